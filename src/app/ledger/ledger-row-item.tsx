import { CircleAlert, CircleQuestionMark, FileX, Trash2, X } from 'lucide-react';
import { Link } from 'wouter';
import { failureWords } from '../../contract/failure-words';
import type { ReadingSummary } from '../../history/upload';
import type { ResultOrigin } from '../result/back-link';
import { formatTime } from '../words/format-date';
import { formatProbability } from '../words/format-probability';
import type { HistoryRow, RowState } from './history-rows';
import { RowThumbnail } from './row-thumbnail';

const ORIGIN: ResultOrigin = { from: 'history' };

interface HistoryRowItemProps {
  readonly row: HistoryRow;
  readonly onDelete: (rows: readonly HistoryRow[]) => Promise<void>;
}

/** One picture as a line of the ledger; a file that was refused has nothing to open and is only dismissed. */
export function HistoryRowItem({ row, onDelete }: HistoryRowItemProps) {
  const isRefused = row.state.phase === 'failed' && row.keeping === 'never';
  const content = (
    <>
      {isRefused ? (
        <span className="row__thumbnail">
          <FileX size={24} strokeWidth={1.5} aria-hidden />
        </span>
      ) : (
        <RowThumbnail id={row.id} isKept={row.keeping === 'kept'} />
      )}
      <RowNumber state={row.state} />
      <span className="row__meta">
        <span className="row__name">{row.name}</span>
        <span className="row__time">{formatTime(row.createdAt)}</span>
      </span>
    </>
  );
  return (
    <li className="row" data-phase={row.state.phase}>
      <Link href={`/result/${row.id}`} state={ORIGIN} className="row__link">
        {content}
      </Link>
      <button
        type="button"
        className="button button--quiet button--icon"
        aria-label={`${isRefused ? 'Dismiss' : 'Delete'} ${row.name}`}
        onClick={() => void onDelete([row])}
      >
        {isRefused ? <X size={20} aria-hidden /> : <Trash2 size={20} aria-hidden />}
      </button>
    </li>
  );
}

function RowNumber({ state }: { readonly state: RowState }) {
  switch (state.phase) {
    case 'read':
      return <ReadNumber reading={state.reading} />;
    case 'failed':
      return (
        <span className="row__state row__state--failed">
          <CircleAlert size={20} aria-hidden />
          {failureWords(state.failure).title}
        </span>
      );
    case 'reading':
      return <span className="row__state">Reading …</span>;
    case 'waiting':
      return <span className="row__state">Waiting</span>;
    case 'unread':
      return <span className="row__state">Not read yet</span>;
  }
}

function ReadNumber({ reading }: { readonly reading: ReadingSummary }) {
  if (reading.digitCount === 0) {
    return <span className="row__state">No digits found</span>;
  }
  const [first = '', ...more] = reading.text.split('\n');
  return (
    <span className="row__reading">
      <span className="row__number">{first}</span>
      {more.length > 0 && <span className="row__more">+ {more.length === 1 ? '1 line' : `${more.length} lines`}</span>}
      {reading.openChecks > 0 && (
        <span className="row__check">
          <CircleQuestionMark size={18} aria-hidden />
          {reading.openChecks} to check
        </span>
      )}
      {reading.openChecks === 0 && reading.lowestConfidence !== null && (
        <span className="row__sure">lowest confidence {formatProbability(reading.lowestConfidence)}</span>
      )}
    </span>
  );
}
