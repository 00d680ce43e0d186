import { Check, GitCompareArrows } from 'lucide-react';
import type { LedgerRow } from './ledger-rows';
import type { RowActions } from './use-row-actions';

interface ChangedNoticeProps {
  readonly rows: readonly LedgerRow[];
  readonly actions: RowActions;
}

/** After reading again: how many came out differently, to be decided one by one in their rows or all at once. */
export function ChangedNotice({ rows, actions }: ChangedNoticeProps) {
  const changed = rows.filter((row) => row.otherReading !== null);
  if (changed.length === 0) {
    return null;
  }
  return (
    <div className="notice notice--inline" role="status">
      <GitCompareArrows size={20} aria-hidden />
      <p>
        {changed.length === 1 ? '1 picture was read differently' : `${changed.length} pictures were read differently`}{' '}
        this time. Each row shows both readings; what you corrected by hand is never replaced by itself.
      </p>
      <button type="button" className="button" onClick={() => void actions.settle(changed)}>
        <Check size={20} aria-hidden />
        Keep all as they are
      </button>
    </div>
  );
}
