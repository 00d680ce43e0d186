import { MAX_PICTURE_BYTES, MAX_UPLOADS } from '../../../backup/backup-format';
import type { FailureKind } from '../../../contract/failure';
import { formatBytes } from '../../base/i18n/format-bytes';
import { type MessageId, t } from '../../base/i18n/i18n';
import type { BackupState } from '../../work/backup/backup-work';
import sectionStyles from '../page/section.module.css';
import styles from './backup-notice.module.css';
import { faultWords } from './fault-words';

interface BackupNoticeProps {
  readonly state: BackupState;
  readonly onCancel: () => void;
}

/** How far it is, what came out, or why it did not work. */
export function BackupNotice({ state, onCancel }: BackupNoticeProps) {
  if (state.phase === 'working') {
    const words = t(`backup.${state.step}`, { done: state.done, total: state.total });
    return (
      <div className={styles.progress}>
        <p>{words}</p>
        <progress
          className={styles.bar}
          max={state.total || 1}
          value={state.total ? state.done : undefined}
          aria-label={t('backup.working')}
        />
        <button type="button" className="button" onClick={onCancel}>
          {t('backup.cancel')}
        </button>
      </div>
    );
  }
  const isBad = state.phase === 'fault' || state.phase === 'failed' || state.phase === 'too-large';
  return (
    <p className={sectionStyles.note} role={isBad ? 'alert' : 'status'} data-bad={isBad || undefined}>
      {words(state)}
    </p>
  );
}

/** What is to be done about a failure; otherwise to try again. */
const FAILED_WORDS: Partial<Record<FailureKind, MessageId>> = {
  'storage-full': 'backup.full',
  'memory-full': 'backup.memoryFull',
};

function words(state: BackupState): string {
  switch (state.phase) {
    case 'made': {
      const { name, size, count, leftOut } = state;
      const made = t('backup.made', { name, size: formatBytes(size), count });
      return leftOut > 0 ? `${made} ${t('backup.damagedLeftOut', { count: leftOut })}` : made;
    }
    case 'restored':
      return t('backup.restored', { ...state.counts });
    case 'canceled':
      return t('backup.canceled');
    case 'nothing':
      return t('backup.nothing');
    case 'too-large':
      return t('backup.tooLarge', { count: MAX_UPLOADS, size: formatBytes(MAX_PICTURE_BYTES) });
    case 'fault':
      return faultWords(state.fault);
    case 'failed':
      return t(FAILED_WORDS[state.failure.kind] ?? 'backup.failed');
    default:
      return '';
  }
}
