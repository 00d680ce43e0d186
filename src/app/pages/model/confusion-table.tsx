import type { CSSProperties } from 'react';
import { formatCount } from '../../base/i18n/format-number';
import { t } from '../../base/i18n/i18n';
import { TableFrame } from './card-section';
import styles from './confusion-table.module.css';
import tableStyles from './table.module.css';

interface ConfusionTableProps {
  readonly caption: string;
  /** What was measured; for those who hear the table. */
  readonly about: string;
  /** Rows are true digits, columns the digit read. */
  readonly matrix: readonly (readonly number[])[];
}

/** The confusion matrix as a real table; color only repeats what the numbers say. */
export function ConfusionTable({ caption, about, matrix }: ConfusionTableProps) {
  const rowSums = matrix.map((row) => row.reduce((sum, count) => sum + count, 0));
  const worst = Math.max(
    ...matrix.flatMap((row, truth) => row.map((n, read) => (read === truth ? 0 : share(n, truth)))),
  );
  function share(count: number, truth: number): number {
    return count / Math.max(1, rowSums[truth] ?? 0);
  }
  // Mistakes are rare: the square root keeps the rare ones visible beside the most frequent.
  const heat = (count: number, truth: number, read: number): number =>
    truth === read ? share(count, truth) : Math.sqrt(share(count, truth) / (worst || 1));

  return (
    <TableFrame label={`${caption}, ${about}`}>
      <table className={`${tableStyles.table} ${styles.confusion}`}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('model.confusion.corner')}</th>
            {matrix.map((_, read) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the index is the digit
              <th key={read} scope="col">
                {read}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.map((row, truth) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is the digit
            <tr key={truth}>
              <th scope="row">{truth}</th>
              {row.map((count, read) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: the index is the digit
                  key={read}
                  className={styles.cell}
                  data-kind={count === 0 ? 'none' : read === truth ? 'right' : 'wrong'}
                  style={{ '--heat': heat(count, truth, read).toFixed(3) } as CSSProperties}
                  title={t('model.confusion.cell', { truth, read })}
                >
                  {formatCount(count)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
