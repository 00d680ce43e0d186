import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleMinus,
  CircleQuestionMark,
  Hourglass,
  PencilLine,
  ScanLine,
} from 'lucide-react';
import type { ReadingSummary } from '../../../uploads/upload';
import { t } from '../../base/i18n/i18n';
import { localFailureWords } from '../../base/i18n/local-failure';
import type { RowState } from './ledger-rows';
import styles from './row-mark.module.css';

/** The verdict on a picture: a sign and words, never color alone. */
export function RowMark({ state }: { readonly state: RowState }) {
  switch (state.phase) {
    case 'read':
      return <ReadMark reading={state.reading} />;
    case 'failed':
      return (
        <span className={`${styles.mark} ${styles.failed}`}>
          <CircleAlert size={20} aria-hidden />
          {localFailureWords(state.failure).title}
        </span>
      );
    case 'reading':
      return (
        <span className={`${styles.mark} ${styles.reading}`}>
          <ScanLine size={20} aria-hidden />
          {t('row.mark.reading')}
        </span>
      );
    case 'waiting':
      return (
        <span className={styles.mark}>
          <Hourglass size={20} aria-hidden />
          {t('row.mark.waiting')}
        </span>
      );
    case 'unread':
      return (
        <span className={styles.mark}>
          <CircleDashed size={20} aria-hidden />
          {t('row.mark.unread')}
        </span>
      );
  }
}

function ReadMark({ reading }: { readonly reading: ReadingSummary }) {
  if (reading.digitCount === 0) {
    return (
      <span className={styles.mark}>
        <CircleMinus size={20} aria-hidden />
        {t('row.mark.none')}
      </span>
    );
  }
  return (
    <>
      {reading.isEdited && (
        <span className={`${styles.mark} ${styles.edited}`}>
          <PencilLine size={20} aria-hidden />
          {t('row.mark.edited')}
        </span>
      )}
      {reading.openChecks > 0 && (
        <span className={`${styles.mark} ${styles.check}`}>
          <CircleQuestionMark size={20} aria-hidden />
          {t('row.mark.check', { count: reading.openChecks })}
        </span>
      )}
      {reading.openChecks === 0 && !reading.isEdited && (
        <span className={`${styles.mark} ${styles.sure}`}>
          <CircleCheck size={20} aria-hidden />
          {t('row.mark.sure')}
        </span>
      )}
    </>
  );
}
