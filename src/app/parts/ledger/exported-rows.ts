import type { ExportedUpload } from '../export/load-exported';
import { batchNameOf, type LedgerRow } from './ledger-rows';

/** Rows as pictures to be exported. What could not be read goes along as such: a missing row would hide it. */
export function exportedRows(rows: readonly LedgerRow[]): readonly ExportedUpload[] {
  const batchName = batchNameOf(rows);
  return rows.map(({ id, name, createdAt, state, words }) => {
    const failure = state.phase === 'failed' ? state.failure : null;
    return { id, name, createdAt, failure, ...words, batchName };
  });
}
