import type { RecognitionFailure } from '../../contract/failure';
import { type ReadingSummary, summarizeReading, type Upload } from '../../history/upload';
import type { Job } from '../reading/job';
import { formatDay } from '../words/format-date';

export type RowState =
  | { readonly phase: 'read'; readonly reading: ReadingSummary }
  | { readonly phase: 'unread' | 'waiting' | 'reading' }
  | { readonly phase: 'failed'; readonly failure: RecognitionFailure };

export interface HistoryRow {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  /** 'never': the file is no picture, or storage failed. */
  readonly keeping: 'kept' | 'saving' | 'never';
  readonly state: RowState;
}

export interface HistoryDay {
  readonly name: string;
  readonly rows: readonly HistoryRow[];
}

function jobState(job: Job): RowState {
  switch (job.state.phase) {
    case 'done':
      return { phase: 'read', reading: summarizeReading(job.state.recognition) };
    case 'failed':
      return { phase: 'failed', failure: job.state.failure };
    case 'canceled':
      return { phase: 'unread' };
    default:
      return { phase: job.state.phase };
  }
}

/** What the history holds together with what is being read or could not be kept, newest first. */
export function historyRows(uploads: readonly Upload[], jobs: ReadonlyMap<string, Job>): readonly HistoryRow[] {
  const kept = new Set(uploads.map((upload) => upload.id));
  const stored = uploads.map(({ id, name, createdAt, reading }): HistoryRow => {
    const job = jobs.get(id);
    const read: RowState = reading ? { phase: 'read', reading } : { phase: 'unread' };
    const isRead = job?.state.phase === 'done' && job.state.isKept;
    return { id, name, createdAt, keeping: 'kept', state: job && !isRead ? jobState(job) : read };
  });
  const passing = [...jobs.values()].filter((job) => !kept.has(job.id));
  const unsaved = passing.map((job): HistoryRow => {
    const isLost = job.saveFailure !== null || job.state.phase === 'failed';
    const keeping = isLost ? 'never' : 'saving';
    return { id: job.id, name: job.name, createdAt: job.createdAt, keeping, state: jobState(job) };
  });
  return [...stored, ...unsaved].sort((a, b) => b.createdAt - a.createdAt);
}

/** @param now milliseconds since 1970, to tell 'Today' by */
export function groupByDay(rows: readonly HistoryRow[], now: number): readonly HistoryDay[] {
  const days = new Map<string, HistoryRow[]>();
  for (const row of rows) {
    const name = formatDay(row.createdAt, now);
    days.set(name, [...(days.get(name) ?? []), row]);
  }
  return [...days].map(([name, dayRows]) => ({ name, rows: dayRows }));
}
