import { ArrowLeftRight, Check } from 'lucide-react';
import type { ReadingSummary } from '../../../uploads/upload';
import { t } from '../../base/i18n/i18n';
import type { LedgerRow } from './ledger-rows';
import styles from './other-reading.module.css';
import type { RowActions } from './use-row-actions';

interface OtherReadingProps {
  readonly row: LedgerRow;
  readonly reading: ReadingSummary;
  readonly actions: RowActions;
}

/** A picture that was read again came out differently: both readings, and which one shall count. */
export function OtherReading({ row, reading, actions }: OtherReadingProps) {
  return (
    <span className={styles.otherReading}>
      <span>
        {reading.isEdited ? t('row.other.hand') : t('row.other.model', { model: reading.modelVersion })}:{' '}
        <strong>
          <bdi>{(reading.written ?? reading.text).replaceAll('\n', ' / ') || t('row.other.none')}</bdi>
        </strong>
      </span>
      <button
        type="button"
        className="button button--small"
        aria-label={t('row.other.useName', { name: row.name })}
        onClick={() => void actions.swap([row])}
      >
        <ArrowLeftRight size={16} aria-hidden />
        {t('row.other.use')}
      </button>
      <button
        type="button"
        className="button button--small"
        aria-label={t('row.other.keepName', { name: row.name })}
        onClick={() => void actions.settle([row])}
      >
        <Check size={16} aria-hidden />
        {t('row.other.keep')}
      </button>
    </span>
  );
}
