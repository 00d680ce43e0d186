import { CircleCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { t } from '../../base/i18n/i18n';
import { ExportMenu } from '../export/export-menu';
import { ExportNotice } from '../export/export-notice';
import { useExport } from '../export/use-export';
import { BackLink } from '../page/back-link';
import { exportedRows } from './exported-rows';
import type { LedgerRow } from './ledger-rows';
import styles from './review-end.module.css';

interface ReviewEndProps {
  /** All pictures of the list, in its order. */
  readonly rows: readonly LedgerRow[];
  /** Pictures that are not read yet. */
  readonly waiting: number;
  /** Grows whenever the focus is to go to the export. */
  readonly calls: number;
}

/** Nothing is left to check in the list: the numbers can go out. */
export function ReviewEnd({ rows, waiting, calls }: ReviewEndProps) {
  const exporting = useExport();
  const actions = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (calls > 0) actions.current?.querySelector<HTMLElement>('summary')?.focus();
  }, [calls]);
  return (
    <section className={`sheet ${styles.end}`} aria-labelledby="review-end">
      <div className={styles.words}>
        <CircleCheck size={24} aria-hidden />
        <div>
          <h2 id="review-end">{t('review.end')}</h2>
          <p>
            {waiting > 0 ? t('review.end.waiting', { count: waiting }) : t('review.end.words', { count: rows.length })}
          </p>
        </div>
      </div>
      <div className={`actions ${styles.actions}`} ref={actions}>
        <ExportMenu
          count={rows.length}
          isPrimary
          onChoose={(format) => void exporting.save(exportedRows(rows), format)}
        />
        <BackLink />
      </div>
      <ExportNotice exporting={exporting} />
    </section>
  );
}
