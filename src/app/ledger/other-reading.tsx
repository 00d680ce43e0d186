import { ArrowLeftRight, Check } from 'lucide-react';
import type { ReadingSummary } from '../../history/upload';
import type { LedgerRow } from './ledger-rows';
import type { RowActions } from './use-row-actions';

interface OtherReadingProps {
  readonly row: LedgerRow;
  readonly reading: ReadingSummary;
  readonly actions: RowActions;
}

/** A picture that was read again came out differently: both readings, and which one shall count. */
export function OtherReading({ row, reading, actions }: OtherReadingProps) {
  return (
    <span className="other-reading">
      <span>
        {reading.isEdited ? 'By hand' : `Model ${reading.modelVersion}`}:{' '}
        <strong>{reading.text.replaceAll('\n', ' / ') || 'no digits'}</strong>
      </span>
      <button
        type="button"
        className="button button--small"
        aria-label={`Use the other reading of ${row.name}`}
        onClick={() => void actions.swap([row])}
      >
        <ArrowLeftRight size={16} aria-hidden />
        Use this
      </button>
      <button
        type="button"
        className="button button--small"
        aria-label={`Keep the number of ${row.name} as it is`}
        onClick={() => void actions.settle([row])}
      >
        <Check size={16} aria-hidden />
        Keep as is
      </button>
    </span>
  );
}
