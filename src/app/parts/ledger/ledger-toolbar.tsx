import { Grid3x3, ListChecks, RotateCw, Sheet, Trash2 } from 'lucide-react';
import { Link } from 'wouter';
import { t } from '../../base/i18n/i18n';
import { ExportMenu } from '../export/export-menu';
import { ExportNotice } from '../export/export-notice';
import { useExport } from '../export/use-export';
import type { ResultOrigin } from '../page/back-link';
import { exportedRows } from './exported-rows';
import { needsLook } from './filter-rows';
import type { LedgerRow } from './ledger-rows';
import styles from './ledger-toolbar.module.css';
import type { RowActions } from './use-row-actions';
import type { RowSelection } from './use-selection';

interface LedgerToolbarProps {
  /** What the list shows right now. */
  readonly rows: readonly LedgerRow[];
  readonly selection: RowSelection;
  readonly actions: RowActions;
  readonly origin: ResultOrigin;
  /** Address of the page that shows all doubts at once; null where there is none. */
  readonly doubtsPath?: string | null;
}

/** What can be done with the chosen rows, or with all that are shown when none is chosen. */
export function LedgerToolbar({ rows, selection, actions, origin, doubtsPath = null }: LedgerToolbarProps) {
  const exporting = useExport();
  const chosen = rows.filter((row) => selection.ids.has(row.id));
  const targets = chosen.length > 0 ? chosen : rows;
  const isAll = chosen.length === 0;
  const isEveryRow = rows.length > 0 && chosen.length === rows.length;
  const exported = exportedRows(targets);
  const toCheck = targets.filter(needsLook);
  return (
    <div className={styles.toolbar}>
      <label className={styles.select}>
        <input
          type="checkbox"
          checked={isEveryRow}
          ref={(box) => {
            if (box) {
              box.indeterminate = !isAll && !isEveryRow;
            }
          }}
          onChange={() => selection.set(isEveryRow ? [] : rows.map((row) => row.id))}
        />
        {isAll ? t('list.selectAll') : t('list.selected', { count: chosen.length })}
      </label>
      <div className="actions">
        {toCheck[0] && (
          <Link href={`/result/${toCheck[0].id}`} state={origin} className="button button--primary" data-check>
            <ListChecks size={20} aria-hidden />
            {t('list.check', { count: toCheck.length })}
          </Link>
        )}
        {doubtsPath && toCheck.length > 1 && (
          <Link href={doubtsPath} className="button button--compact">
            <Grid3x3 size={20} aria-hidden />
            <span>{t('list.sideBySide')}</span>
          </Link>
        )}
        <button type="button" className="button button--compact" onClick={() => void exporting.copy(exported)}>
          <Sheet size={20} aria-hidden />
          <span>{t('list.copyNumbers')}</span>
        </button>
        <ExportMenu count={exported.length} onChoose={(format) => void exporting.save(exported, format)} />
        <button type="button" className="button button--compact" onClick={() => actions.readAgain(targets)}>
          <RotateCw size={20} aria-hidden />
          <span>{t(isAll ? 'list.readAllAgain' : 'list.readAgain')}</span>
        </button>
        <button
          type="button"
          className="button button--compact"
          onClick={() => {
            selection.set([]);
            void actions.remove(targets);
          }}
        >
          <Trash2 size={20} aria-hidden />
          <span>{t(isAll ? 'list.deleteAll' : 'list.delete')}</span>
        </button>
      </div>
      <ExportNotice exporting={exporting} />
    </div>
  );
}
