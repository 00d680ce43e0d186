import { useMemo } from 'react';
import { useServices } from '../../work/session/services';
import type { LedgerRow } from './ledger-rows';

export interface RowActions {
  /** Deletes with undo; a file that was refused is only dismissed. */
  readonly remove: (rows: readonly LedgerRow[]) => Promise<void>;
  /** Reads again in turn, with the model of today; failed ones as well. */
  readonly readAgain: (rows: readonly LedgerRow[]) => void;
  /** Lets the other reading count. */
  readonly swap: (rows: readonly LedgerRow[]) => Promise<void>;
  /** Drops the other reading. */
  readonly settle: (rows: readonly LedgerRow[]) => Promise<void>;
}

function idsOf(rows: readonly LedgerRow[]): readonly string[] {
  return rows.map((row) => row.id);
}

/** What can be done with rows, wherever they are listed. */
export function useRowActions(): RowActions {
  const { queue, trash, history } = useServices();
  return useMemo(
    () => ({
      remove: async (rows) => {
        queue.cancelOnly(idsOf(rows));
        const kept = rows.filter((row) => row.keeping !== 'never');
        await queue.settled(idsOf(kept));
        if (kept.length > 0) {
          await trash.delete(kept);
        }
        queue.forget(...idsOf(rows));
      },
      readAgain: (rows) => queue.readAll(rows),
      swap: async (rows) => {
        const swapped = await history.swapReadings(idsOf(rows));
        if (swapped.ok) {
          await history.dropOtherReadings(idsOf(rows));
        }
      },
      settle: async (rows) => {
        await history.dropOtherReadings(idsOf(rows));
      },
    }),
    [queue, trash, history],
  );
}
