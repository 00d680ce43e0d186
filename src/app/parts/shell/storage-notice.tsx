import { TriangleAlert } from 'lucide-react';
import type { HistoryPlace } from '../../../uploads/history-place';
import { type MessageId, t } from '../../base/i18n/i18n';
import { useHistoryPlace } from '../../work/history/use-history';
import noticeStyles from '../page/notice.module.css';

const WORDS: Partial<Record<HistoryPlace, MessageId>> = {
  memory: 'shell.storage.memory',
  blocked: 'shell.storage.blocked',
  outdated: 'shell.storage.outdated',
};

/** Says what is lost where the history cannot be kept on the device. */
export function StorageNotice() {
  const place = useHistoryPlace();
  const words = WORDS[place];
  if (!words) {
    return null;
  }
  return (
    <div className={noticeStyles.notice}>
      <TriangleAlert size={20} aria-hidden />
      <p role="status">{t(words)}</p>
      {place === 'outdated' && (
        <button type="button" className="button" onClick={() => window.location.reload()}>
          {t('shell.storage.reload')}
        </button>
      )}
    </div>
  );
}
