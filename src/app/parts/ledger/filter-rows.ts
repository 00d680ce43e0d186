import { typedCharacter, typedCodes } from '../../../contract/characters';
import type { ReadingSummary } from '../../../uploads/upload';
import { i18n } from '../../base/i18n/i18n';
import type { LedgerRow } from './ledger-rows';

/** One row a way to narrow a list down; menus and tests iterate this table. */
export const SHOW = [
  { id: 'all', words: 'list.show.all', fits: () => true },
  { id: 'look', words: 'list.show.look', fits: needsLook },
  { id: 'sure', words: 'list.show.sure', fits: (row: LedgerRow) => !needsLook(row) && reading(row) !== null },
  { id: 'edited', words: 'list.show.edited', fits: (row: LedgerRow) => reading(row)?.isEdited ?? false },
  { id: 'unread', words: 'list.show.unread', fits: (row: LedgerRow) => row.state.phase !== 'read' },
] as const;

export type ShowId = (typeof SHOW)[number]['id'];

const DAY_MS = 24 * 60 * 60 * 1000;

/** Since when; `days` counts back from the end of today, null takes all. */
export const PERIODS = [
  { id: 'ever', words: 'history.period.ever', days: null },
  { id: 'today', words: 'history.period.today', days: 1 },
  { id: 'week', words: 'history.period.week', days: 7 },
  { id: 'month', words: 'history.period.month', days: 30 },
  { id: 'year', words: 'history.period.year', days: 365 },
] as const;

export type PeriodId = (typeof PERIODS)[number]['id'];

export interface Filter {
  /** Part of a name or a note, or of a number with its spaces left out. */
  readonly query: string;
  readonly show: ShowId;
  readonly period: PeriodId;
}

export const NO_FILTER: Filter = { query: '', show: 'all', period: 'ever' };

/** One row an order of the list. */
export const ORDERS = [
  { id: 'added', words: 'list.sort.added', compare: () => 0 },
  {
    id: 'confidence',
    words: 'list.sort.confidence',
    compare: (a: LedgerRow, b: LedgerRow) => certainty(a) - certainty(b),
  },
  {
    id: 'number',
    words: 'list.sort.number',
    compare: (a: LedgerRow, b: LedgerRow) => collate(numberOf(a), numberOf(b)),
  },
  { id: 'name', words: 'list.sort.name', compare: (a: LedgerRow, b: LedgerRow) => collate(a.name, b.name) },
] as const;

export type OrderId = (typeof ORDERS)[number]['id'];

/** Made once a language: making one takes longer than sorting. */
const collators = new Map<string, Intl.Collator>();

function collate(a: string, b: string): number {
  const { locale } = i18n;
  const collator = collators.get(locale) ?? new Intl.Collator(locale, { numeric: true });
  collators.set(locale, collator);
  return collator.compare(a, b);
}

function reading(row: LedgerRow): ReadingSummary | null {
  return row.state.phase === 'read' ? row.state.reading : null;
}

function numberOf(row: LedgerRow): string {
  return reading(row)?.text ?? '';
}

/** What could not be read comes first, then the doubtful; what a person has looked at comes last. */
function certainty(row: LedgerRow): number {
  if (row.state.phase === 'failed') {
    return -2;
  }
  const read = reading(row);
  return read ? (read.lowestConfidence ?? (read.digitCount > 0 ? 2 : -1)) : 3;
}

/** Whether a person should open the picture: a digit to check, none found, failed, or read in two ways. */
export function needsLook(row: LedgerRow): boolean {
  const read = reading(row);
  return (
    row.state.phase === 'failed' ||
    row.otherReading !== null ||
    (read !== null && (read.openChecks > 0 || read.digitCount === 0))
  );
}

/** @param now milliseconds since 1970 */
export function filterRows(rows: readonly LedgerRow[], filter: Filter, now: number): readonly LedgerRow[] {
  const query = filter.query.trim().toLocaleLowerCase();
  const fits = SHOW.find((row) => row.id === filter.show)?.fits ?? (() => true);
  const days = PERIODS.find((row) => row.id === filter.period)?.days ?? null;
  const since = days === null ? Number.NEGATIVE_INFINITY : new Date(now).setHours(24, 0, 0, 0) - days * DAY_MS;
  return rows.filter(
    (row) =>
      row.createdAt >= since &&
      fits(row) &&
      (query === '' || isInWords(row, query) || isInNumber(row, typedCodes(query.replaceAll(' ', '')))),
  );
}

/** In a name, that of the file or of the batch, or in the note. */
function isInWords({ name, words }: LedgerRow, query: string): boolean {
  const texts = [name, words?.fileName, words?.batchName, words?.note];
  return texts.some((text) => text?.toLocaleLowerCase().includes(query));
}

/** Digits are found whatever marks stand between them, marks where they stand. */
function isInNumber(row: LedgerRow, wanted: string): boolean {
  if ([...wanted].some((character) => !typedCharacter(character))) return false;
  const number = numberOf(row).replaceAll(' ', '');
  return number.includes(wanted) || (/^\d+$/.test(wanted) && number.replace(/[^\d\n]/g, '').includes(wanted));
}

/** Equal rows keep their order. */
export function sortRows(rows: readonly LedgerRow[], order: OrderId): readonly LedgerRow[] {
  const compare = ORDERS.find((row) => row.id === order)?.compare ?? (() => 0);
  return [...rows].sort(compare);
}
