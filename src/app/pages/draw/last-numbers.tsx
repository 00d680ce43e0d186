import { Link } from 'wouter';
import { t } from '../../base/i18n/i18n';
import { useStore } from '../../base/store/store';
import { type LedgerRow, ledgerRows } from '../../parts/ledger/ledger-rows';
import { RowMark } from '../../parts/ledger/row-mark';
import { useBatchUploads } from '../../work/history/use-history';
import { useServices } from '../../work/session/services';
import { DRAWN_SERIES } from './drawn-series';
import styles from './last-numbers.module.css';

const SHOWN = 8;

/** What was drawn last, newest first; each leads to its result. */
export function LastNumbers() {
  const { queue } = useServices();
  const { jobs } = useStore(queue.state);
  const list = useBatchUploads(DRAWN_SERIES);
  const rows = [...ledgerRows(list.phase === 'ready' ? list.uploads : [], jobs, DRAWN_SERIES)].reverse();
  if (rows.length === 0) return null;
  return (
    <section className={styles.last} aria-labelledby="last-numbers">
      <div className={styles.head}>
        <h2 id="last-numbers" className={styles.title}>
          {t('draw.last')}
        </h2>
        <Link href={`/batch/${DRAWN_SERIES}`}>{t('draw.all')}</Link>
      </div>
      <ol className={styles.list} reversed>
        {rows.slice(0, SHOWN).map((row) => (
          <li key={row.id}>
            <Link href={`/result/${row.id}`} state={{ from: 'batch', batchId: DRAWN_SERIES }} className={styles.link}>
              <NumberOf row={row} />
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}

function NumberOf({ row: { state } }: { readonly row: LedgerRow }) {
  const text = state.phase === 'read' ? state.reading.text : '';
  return (
    <>
      {text !== '' && (
        <bdi className={styles.number} dir="ltr">
          {text.replaceAll('\n', ' · ')}
        </bdi>
      )}
      <RowMark state={state} />
    </>
  );
}
