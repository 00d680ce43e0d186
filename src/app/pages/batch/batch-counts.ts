import { t } from '../../base/i18n/i18n';
import { needsLook } from '../../parts/ledger/filter-rows';
import type { LedgerRow } from '../../parts/ledger/ledger-rows';

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
    t('batch.read', { count: read }),
    toLookAt > 0 ? t('batch.look', { count: toLookAt }) : '',
    failed > 0 ? t('batch.failed', { count: failed }) : '',
    waiting > 0 ? t('batch.waiting', { count: waiting }) : '',
    unread > 0 ? t('batch.unread', { count: unread }) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
