import { Check, GitCompareArrows } from 'lucide-react';
import { t } from '../../base/i18n/i18n';
import noticeStyles from '../page/notice.module.css';
import type { LedgerRow } from './ledger-rows';
import type { RowActions } from './use-row-actions';

interface ChangedNoticeProps {
  readonly rows: readonly LedgerRow[];
  readonly actions: RowActions;
}

/** After reading again: how many came out differently, to be decided one by one in their rows or all at once. */
export function ChangedNotice({ rows, actions }: ChangedNoticeProps) {
  const changed = rows.filter((row) => row.otherReading !== null);
  if (changed.length === 0) {
    return null;
  }
  return (
    <div className={`${noticeStyles.notice} ${noticeStyles.inline}`}>
      <GitCompareArrows size={20} aria-hidden />
      <p role="status">{t('list.changed', { count: changed.length })}</p>
      <button type="button" className="button" onClick={() => void actions.settle(changed)}>
        <Check size={20} aria-hidden />
        {t('list.keepAll')}
      </button>
    </div>
  );
}
