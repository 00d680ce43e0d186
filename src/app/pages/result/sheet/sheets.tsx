import type { ReactNode } from 'react';
import type { Edit } from '../../../../corrections/edit';
import type { FixedReading } from '../../../../corrections/fixed-reading';
import { choiceByRules } from '../../../../corrections/rule-proposals';
import { t } from '../../../base/i18n/i18n';
import { CopyButtons } from '../copy-buttons';
import { tableCopyable } from '../copyables';
import type { FixCommands } from '../use-fix-commands';
import styles from './sheet.module.css';
import { SheetGrid } from './sheet-grid';
import { useBatchColumns } from './use-batch-columns';
import type { CellCursor } from './use-cell-cursor';

interface SheetsProps {
  readonly reading: FixedReading;
  readonly cursor: CellCursor;
  readonly hoveredId: number | null;
  readonly commands: Pick<FixCommands, 'apply'>;
  readonly batchId: string | null;
  /** How many pictures of the batch have been read. */
  readonly batchSize: number;
}

/** The tables of a picture, each as a sheet. */
export function Sheets({ reading, cursor, hoveredId, commands, batchId, batchSize }: SheetsProps) {
  const columnsInAll = useBatchColumns(batchId, batchSize);
  return cursor.tables.map((table, index) => (
    <SheetGrid
      // biome-ignore lint/suspicious/noArrayIndexKey: tables are their places
      key={index}
      reading={reading}
      table={table}
      index={index}
      cursor={cursor}
      hoveredId={hoveredId}
      batchSize={batchSize}
      onColumnsInAll={columnsInAll(table, index)}
      onApply={(edits) => applyWithRules(edits, index, commands)}
    >
      <CopyButtons items={[tableCopyable(table, reading)]} />
    </SheetGrid>
  ));
}

/** A rule that is set chooses between the reader's readings at once, as a step of its own to undo. */
function applyWithRules(edits: readonly Edit[], table: number, { apply }: Pick<FixCommands, 'apply'>): void {
  const after = edits.map(apply).at(-1);
  const isRuleSet = edits.some(({ kind }) => kind === 'set-rule' || kind === 'set-total-row');
  const choice = after && isRuleSet ? choiceByRules(after, table) : null;
  if (choice) apply(choice);
}

/** Folds the digits away where a sheet shows them already. */
export function DigitByDigit({ isFolded, children }: { readonly isFolded: boolean; readonly children: ReactNode }) {
  if (!isFolded) return children;
  return (
    <details className={styles.digits}>
      <summary>{t('sheet.digits')}</summary>
      {children}
    </details>
  );
}
