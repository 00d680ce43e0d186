import { expect, it } from 'vitest';
import type { Job } from '../../work/queue/job';
import { ledgerRows } from './ledger-rows';

const waiting = { incoming: null, state: { phase: 'waiting' }, saveFailure: null } as const;

function job(id: string, createdAt: number, place: number, batchId = 'batch'): Job {
  return { id, name: `${id}.png`, createdAt, batchId, place, ...waiting };
}

const JOBS = new Map(
  [job('first', 100, 1), job('second', 99, 2), job('later', 200, 3), job('alone', 300, 4, 'other')].map((row) => [
    row.id,
    row,
  ]),
);

it('shows a batch in the order its pictures came, also those that were added later', () => {
  expect(ledgerRows([], JOBS, 'batch').map(({ id }) => id)).toEqual(['first', 'second', 'later']);
});

it('shows the history newest first', () => {
  expect(ledgerRows([], JOBS).map(({ id }) => id)).toEqual(['alone', 'later', 'first', 'second']);
});
