import { useMemo } from 'react';
import { t } from '../../base/i18n/i18n';
import type { ResultOrigin } from '../page/back-link';
import { LedgerBlock } from './ledger-block';
import { LedgerRowItem } from './ledger-row-item';
import type { LedgerGroup, LedgerRow } from './ledger-rows';
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
    <table className="ledger" aria-label={name} aria-rowcount={total + 1}>
      <thead className="ledger__head">
        <tr className="row row--head" aria-rowindex={1}>
          <th className="row__select">
            <span className="visually-hidden">{t('list.column.select')}</span>
          </th>
          <th className="row__picture">{t('list.column.picture')}</th>
          <th className="row__reading">{t('list.column.number')}</th>
          <th className="row__confidence">{t('list.column.confidence')}</th>
          <th className="row__mark">{t('list.column.verdict')}</th>
          <th className="row__meta">{t('list.column.file')}</th>
          <th className="row__actions">
            <span className="visually-hidden">{t('list.column.actions')}</span>
          </th>
        </tr>
      </thead>
      {blocks.map(({ heading, rows, firstRow }) => (
        <LedgerBlock key={rows[0]?.id} rowCount={rows.length} isFirst={firstRow <= BLOCK_ROWS}>
          {() => (
            <>
              {heading !== null && (
                <tr className="ledger__day">
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
