import type { RecognitionFailure } from '../../../contract/failure';
import { type ReadingSummary, summarizeReading, type Upload } from '../../../uploads/upload';
import { asTheyCame, newestFirst } from '../../../uploads/upload-order';
import { formatDay } from '../../base/i18n/format-date';
import { t } from '../../base/i18n/i18n';
import type { Job } from '../../work/queue/job';

export type RowState =
  | { readonly phase: 'read'; readonly reading: ReadingSummary }
  | { readonly phase: 'unread' | 'waiting' | 'reading' }
  | { readonly phase: 'failed'; readonly failure: RecognitionFailure };

/** A picture as a line of a ledger. */
export interface LedgerRow {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly batchId: string | null;
  /** What a person said: see `Upload`. */
  readonly words?: Pick<Upload, 'fileName' | 'batchName' | 'note'>;
  readonly place?: number;
  /** 'never': the file is no picture, or storage failed. */
  readonly keeping: 'kept' | 'saving' | 'never';
  readonly state: RowState;
  /** A second reading to compare with; null otherwise. */
  readonly otherReading: ReadingSummary | null;
}

export interface LedgerGroup {
  /** null for rows without a heading. */
  readonly name: string | null;
  readonly rows: readonly LedgerRow[];
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

/**
 * What the history holds together with what is being read or could not be kept: all of it, newest first, or one batch, in
 * the order its pictures came.
 *
 * @param jobs may hold others too
 */
export function ledgerRows(
  uploads: readonly Upload[],
  jobs: ReadonlyMap<string, Job>,
  batchId: string | null = null,
): readonly LedgerRow[] {
  const kept = new Set(uploads.map((upload) => upload.id));
  const stored = uploads.map((upload) => storedRow(upload, jobs.get(upload.id)));
  const passing = [...jobs.values()].filter(
    (job) => !kept.has(job.id) && (batchId === null || job.batchId === batchId),
  );
  return [...stored, ...passing.map(passingRow)].sort(batchId === null ? newestFirst : asTheyCame);
}

function storedRow(upload: Upload, job: Job | undefined): LedgerRow {
  const { id, createdAt, batchId, place, otherReading, fileName, batchName, note } = upload;
  const words = {
    ...(fileName !== undefined && { fileName }),
    ...(batchName !== undefined && { batchName }),
    ...(note !== undefined && { note }),
  };
  const name = upload.name || t('row.unnamed');
  const state = job && !isBetterStored(job, upload) ? jobState(job) : storedState(upload);
  const placed = { id, name, createdAt, batchId, ...(place !== undefined && { place }) };
  return { ...placed, words, keeping: 'kept', state, otherReading };
}

function storedState({ reading, failure }: Upload): RowState {
  // The number may still be readable where the picture behind it is not.
  if (reading && failure?.kind !== 'record-damaged') {
    return { phase: 'read', reading };
  }
  return failure ? { phase: 'failed', failure } : { phase: 'unread' };
}

/** What is stored may have been corrected; but the list may also be a moment older than the job. */
function isBetterStored({ state }: Job, { reading }: Upload): boolean {
  // A picture whose reading was canceled may have been read before.
  return reading !== null && (state.phase === 'done' ? state.isKept : state.phase === 'canceled');
}

function passingRow(job: Job): LedgerRow {
  const { id, name, createdAt, batchId, place } = job;
  const isLost = job.saveFailure !== null || (job.state.phase === 'failed' && job.incoming !== null);
  const keeping = isLost ? 'never' : 'saving';
  const placed = { id, name, createdAt, batchId, ...(place !== undefined && { place }) };
  return { ...placed, keeping, state: jobState(job), otherReading: null };
}

/** @param now milliseconds since 1970, to tell 'Today' by */
export function groupByDay(rows: readonly LedgerRow[], now: number): readonly LedgerGroup[] {
  const days: { readonly start: number; readonly rows: LedgerRow[] }[] = [];
  for (const row of rows) {
    const start = new Date(row.createdAt).setHours(0, 0, 0, 0);
    const last = days.at(-1);
    if (last?.start === start) {
      last.rows.push(row);
    } else {
      days.push({ start, rows: [row] });
    }
  }
  return days.map(({ start, rows: ofDay }) => {
    // Where nothing of an upload can be opened anymore, its time is not known either.
    const isKnown = ofDay.some((row) => row.createdAt > 0);
    return { name: isKnown ? formatDay(start, now) : t('list.day.unknown'), rows: ofDay };
  });
}

/** The name of the batch that all of the rows belong to; '' where it has none, or where they are of several. */
export function batchNameOf(rows: readonly LedgerRow[]): string {
  const isOneBatch = rows.every(({ batchId }) => batchId !== null && batchId === rows[0]?.batchId);
  // What came later than the name may not know it.
  return isOneBatch ? (rows.find(({ words }) => words?.batchName)?.words?.batchName ?? '') : '';
}
