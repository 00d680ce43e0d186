import { describe, expect, it } from 'vitest';
import type { ReadingSummary } from '../../../uploads/upload';
import { loadWords } from '../../base/i18n/i18n';
import { batchWords, countBatch } from '../../pages/batch/batch-counts';
import { filterRows, NO_FILTER, needsLook, type OrderId, type PeriodId, type ShowId, sortRows } from './filter-rows';
import { groupByDay, type LedgerRow } from './ledger-rows';
import { withToggled } from './use-selection';

const NOW = new Date(2026, 10, 22, 12).getTime();
const HOUR = 3_600_000;

function summary(text: string, change: Partial<ReadingSummary> = {}): ReadingSummary {
  const digitCount = text.replace(/\D/g, '').length;
  const read = { openChecks: 0, lowestConfidence: digitCount ? 0.99 : null, isEdited: false };
  return { text, digitCount, ...read, modelVersion: 'm', backend: 'cpu', ...change };
}

function row(id: string, reading: ReadingSummary | null, change: Partial<LedgerRow> = {}): LedgerRow {
  const state: LedgerRow['state'] = reading ? { phase: 'read', reading } : { phase: 'unread' };
  const kept = { batchId: null, keeping: 'kept' as const, otherReading: null };
  return { id, name: `${id}.jpg`, createdAt: NOW - HOUR, ...kept, state, ...change };
}

const ROWS = [
  row('sure', summary('415 302\n70')),
  row('doubtful', summary('0123', { openChecks: 1, lowestConfidence: 0.6 })),
  row('Edited', summary('9', { isEdited: true, lowestConfidence: null })),
  row('blank', summary('')),
  row('unread', null, { createdAt: NOW - 20 * 24 * HOUR }),
  row('failed', null, { state: { phase: 'failed', failure: { kind: 'undecodable' } } }),
  row('changed', summary('5'), { otherReading: summary('6'), createdAt: NOW - 3 * 24 * HOUR }),
];

function found(filter: { query?: string; show?: ShowId; period?: PeriodId }): string[] {
  return filterRows(ROWS, { ...NO_FILTER, ...filter }, NOW).map(({ id }) => id);
}

describe('filterRows', () => {
  it.each<[Parameters<typeof found>[0], string[]]>([
    [{}, ROWS.map(({ id }) => id)],
    [{ query: '4153' }, ['sure']],
    [{ query: '415 302' }, ['sure']],
    [{ query: ' 012 ' }, ['doubtful']],
    [{ query: 'EDIT' }, ['Edited']],
    [{ query: '.jpg' }, ROWS.map(({ id }) => id)],
    [{ query: '777' }, []],
    [{ show: 'look' }, ['doubtful', 'blank', 'failed', 'changed']],
    [{ show: 'sure' }, ['sure', 'Edited']],
    [{ show: 'edited' }, ['Edited']],
    [{ show: 'unread' }, ['unread', 'failed']],
    [{ period: 'today' }, ['sure', 'doubtful', 'Edited', 'blank', 'failed']],
    [{ period: 'week', show: 'look' }, ['doubtful', 'blank', 'failed', 'changed']],
    [{ period: 'month' }, ROWS.map(({ id }) => id)],
  ])('%j finds %j', (filter, ids) => {
    expect(found(filter)).toEqual(ids);
  });
});

it.each(['22,35', '2235000', '0/-', '22 35'])('finds %s in 22,35,000/-', (query) => {
  const rows = [row('marks', summary('22,35,000/-\n7'))];
  expect(filterRows(rows, { ...NO_FILTER, query }, NOW)).toHaveLength(1);
  expect(filterRows(rows, { ...NO_FILTER, query: '22.35' }, NOW)).toEqual([]);
});

describe('sortRows', () => {
  it.each<[OrderId, string[]]>([
    ['added', ROWS.map(({ id }) => id)],
    ['confidence', ['failed', 'blank', 'doubtful', 'sure', 'changed', 'Edited', 'unread']],
    ['number', ['blank', 'unread', 'failed', 'changed', 'Edited', 'doubtful', 'sure']],
    ['name', ['blank', 'changed', 'doubtful', 'Edited', 'failed', 'sure', 'unread']],
  ])('by %s', (order, ids) => {
    expect(sortRows(ROWS, order).map(({ id }) => id)).toEqual(ids);
  });
});

it('counts a batch and leaves out what there is none of', async () => {
  await loadWords('lists');
  expect(batchWords(countBatch(ROWS))).toBe('5 read · 3 to check · 1 failed · 1 not read');
  expect(batchWords(countBatch(ROWS.slice(0, 1)))).toBe('1 read');
  expect(needsLook(ROWS[0]!)).toBe(false);
});

it('groups by day, newest first', () => {
  const groups = groupByDay(
    [...ROWS].sort((a, b) => b.createdAt - a.createdAt),
    NOW,
  );
  expect(groups.map(({ name, rows }) => [name, rows.length])).toEqual([
    ['Today', 5],
    ['Thursday, November 19', 1],
    ['Monday, November 2', 1],
  ]);
});

describe('withToggled', () => {
  const order = ['a', 'b', 'c', 'd'];
  it.each([
    [[], 'b', null, ['b']],
    [['b'], 'b', null, []],
    [['a'], 'c', 'a', ['a', 'b', 'c']],
    [['d'], 'b', 'd', ['d', 'b', 'c']],
    [['a', 'b', 'c'], 'c', 'a', []],
    [['a'], 'c', 'gone', ['a', 'c']],
  ] as const)('%j, then %s from %s: %j', (before, id, from, after) => {
    expect([...withToggled(new Set(before), order, id, from)]).toEqual(after);
  });
});

it('finds words in the names of file and batch and in the note', () => {
  const words = { fileName: 'IMG_2041.jpg', batchName: 'Class 4b', note: 'Page torn' };
  const rows = [row('renamed', summary('7'), { words }), row('other', summary('7'))];
  const found = (query: string) => filterRows(rows, { ...NO_FILTER, query }, NOW).map(({ id }) => id);
  for (const query of ['renamed', 'img_2041', 'class 4B', 'torn']) expect(found(query)).toEqual(['renamed']);
});
