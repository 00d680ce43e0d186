import type { FixedTable } from '../../../../corrections/fixed-table';
import { hasOwnColumns, withColumnsOf } from '../../../../corrections/same-columns';
import { t } from '../../../base/i18n/i18n';
import { useServices } from '../../../work/session/services';
import { changeInAll } from '../change-in-all';

/**
 * Gives all pictures of a batch with such a table the names and rules of its columns.
 *
 * @returns null where there is nothing to give, or no other picture
 */
export function useBatchColumns(batchId: string | null, size: number) {
  const { history, announcement } = useServices();
  return (sheet: FixedTable, table: number): (() => Promise<void>) | null => {
    if (batchId === null || size < 2 || !hasOwnColumns(sheet)) return null;
    return async () => {
      const count = await changeInAll(history, batchId, (recognition, corrections) => {
        const changed = withColumnsOf(sheet, table, recognition, corrections);
        return changed === corrections ? null : changed;
      });
      announcement.set(t('sheet.inAll.done', { count }));
    };
  };
}
