import { needsLook } from '../ledger/filter-rows';
import type { LedgerRow } from '../ledger/ledger-rows';

export interface BatchCounts {
  readonly read: number;
  readonly waiting: number;
  readonly unread: number;
  readonly failed: number;
  /** Read, and asking for a look. */
  readonly toLookAt: number;
}

export function countBatch(rows: readonly LedgerRow[]): BatchCounts {
  const inPhase = (...phases: readonly LedgerRow['state']['phase'][]) =>
    rows.filter((row) => phases.includes(row.state.phase));
  const read = inPhase('read');
  return {
    read: read.length,
    waiting: inPhase('waiting', 'reading').length,
    unread: inPhase('unread').length,
    failed: inPhase('failed').length,
    toLookAt: read.filter(needsLook).length,
  };
}

/** The counts as words; what there is none of is left out. */
export function batchWords({ read, waiting, unread, failed, toLookAt }: BatchCounts): string {
  return [
    `${read} read`,
    toLookAt > 0 ? `${toLookAt} to look at` : '',
    failed > 0 ? `${failed} failed` : '',
    waiting > 0 ? `${waiting} queued` : '',
    unread > 0 ? `${unread} not read` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
