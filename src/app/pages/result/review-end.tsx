import { CircleCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { t } from '../../base/i18n/i18n';
import { ExportMenu } from '../../parts/export/export-menu';
import { ExportNotice } from '../../parts/export/export-notice';
import { useExport } from '../../parts/export/use-export';
import { exportedRows } from '../../parts/ledger/exported-rows';
import { BackLink } from '../../parts/page/back-link';
import styles from './review-end.module.css';
import type { ReviewStep } from './use-review';

interface ReviewEndProps {
  readonly end: Extract<ReviewStep, { kind: 'end' }>;
  /** Grows whenever the focus is to go to the export. */
  readonly calls: number;
}

/** Nothing is left to check in the list: the numbers can go out. */
export function ReviewEnd({ end, calls }: ReviewEndProps) {
  const { rows, waiting } = end;
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
