import { useMemo } from 'react';
import { t } from '../../base/i18n/i18n';
import type { ResultOrigin } from '../page/back-link';
import { LedgerBlock } from './ledger-block';
import ledgerRowStyles from './ledger-row.module.css';
import { LedgerRowItem } from './ledger-row-item';
import type { LedgerGroup, LedgerRow } from './ledger-rows';
import styles from './ledger-table.module.css';
import rowWordsStyles from './row-words.module.css';
import type { RowActions } from './use-row-actions';
import type { RowSelection } from './use-selection';

/** Rows of one block: few enough to be drawn at once, many enough to keep blocks few. */
const BLOCK_ROWS = 10;

interface LedgerTableProps {
  readonly name: string;
  readonly groups: readonly LedgerGroup[];
  readonly selection: RowSelection;
  readonly actions: RowActions;
  readonly origin: ResultOrigin;
}

interface Block {
  readonly heading: string | null;
  readonly rows: readonly LedgerRow[];
  readonly firstRow: number;
}

function blocksOf(groups: readonly LedgerGroup[]): readonly Block[] {
  const blocks: Block[] = [];
  let firstRow = 1;
  for (const { name, rows } of groups) {
    for (let at = 0; at < rows.length; at += BLOCK_ROWS) {
      const part = rows.slice(at, at + BLOCK_ROWS);
      blocks.push({ heading: at === 0 ? name : null, rows: part, firstRow });
      firstRow += part.length;
    }
  }
  return blocks;
}

/** Pictures as a ledger: thumbnail, number, confidence, mark, name. Thousands of rows stay smooth. */
export function LedgerTable({ name, groups, selection, actions, origin }: LedgerTableProps) {
  const blocks = useMemo(() => blocksOf(groups), [groups]);
  const total = groups.reduce((sum, group) => sum + group.rows.length, 0);
  return (
    <table className={styles.ledger} aria-label={name} aria-rowcount={total + 1}>
      <thead className={styles.head}>
        <tr className={`${ledgerRowStyles.row} ${ledgerRowStyles.head}`} aria-rowindex={1}>
          <th className={ledgerRowStyles.select}>
            <span className="visually-hidden">{t('list.column.select')}</span>
          </th>
          <th className={ledgerRowStyles.picture}>{t('list.column.picture')}</th>
          <th className={rowWordsStyles.reading}>{t('list.column.number')}</th>
          <th className={ledgerRowStyles.confidence}>{t('list.column.confidence')}</th>
          <th className={ledgerRowStyles.mark}>{t('list.column.verdict')}</th>
          <th className={rowWordsStyles.meta}>{t('list.column.file')}</th>
          <th className={ledgerRowStyles.actions}>
            <span className="visually-hidden">{t('list.column.actions')}</span>
          </th>
        </tr>
      </thead>
      {blocks.map(({ heading, rows, firstRow }) => (
        <LedgerBlock key={rows[0]?.id} rowCount={rows.length} isFirst={firstRow <= BLOCK_ROWS}>
          {() => (
            <>
              {heading !== null && (
                <tr className={styles.day}>
                  <th scope="rowgroup" colSpan={7}>
                    {heading}
                  </th>
                </tr>
              )}
              {rows.map((row, index) => (
                <LedgerRowItem
                  key={row.id}
                  row={row}
                  rowIndex={firstRow + index + 1}
                  selection={selection}
                  actions={actions}
                  origin={origin}
                />
              ))}
            </>
          )}
        </LedgerBlock>
      ))}
    </table>
  );
}
