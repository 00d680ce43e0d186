import type { FixedTable } from '../../../../corrections/fixed-table';
import type { ColumnEdge } from '../../../parts/picture/column-edges';

/** The edges between the columns of tables. */
export function columnEdgesOf(tables: readonly FixedTable[]): readonly ColumnEdge[] {
  return tables.flatMap(({ columns, rows }, table) =>
    columns.slice(1).map((_, at): ColumnEdge => {
      const column = at + 1;
      const points = rows.flatMap((cells) => {
        const { x, y, height } = cells[column]!.box;
        return [
          { x, y },
          { x, y: y + height },
        ];
      });
      return { table, column, points };
    }),
  );
}
