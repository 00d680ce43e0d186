import { isDateText } from '../numbers/calendar';
import { hasCheckDigit } from './check-digits';
import type { ColumnRule, RuleId } from './column-rule';

/** What a rule asks for beside its name. */
export type RuleDetail = 'places' | 'from-to' | 'ids' | 'method' | 'columns';

/** A cell as rules see it. */
export interface RuledCell {
  /** As written; '' in an empty cell. */
  readonly text: string;
  /** null where it has none or more than one. */
  readonly value: number | null;
  /** Those of the columns that are added up; null where one of them has no value. */
  readonly parts: readonly number[] | null;
}

interface RuleRow {
  readonly id: RuleId;
  readonly asks: RuleDetail | null;
  /** Whether it holds for the sums in the last row as well. */
  readonly holdsForTotals: boolean;
  /** @param cell never empty */
  readonly fits: (cell: RuledCell, rule: ColumnRule) => boolean;
}

/** Sums of decimals are compared to this many units of the last digit that was written. */
const ROUNDING = 1e-9;

/** One row a rule. */
export const RULES: readonly RuleRow[] = [
  { id: 'integer', asks: null, holdsForTotals: true, fits: ({ value }) => Number.isInteger(value) },
  {
    id: 'decimal',
    asks: 'places',
    holdsForTotals: true,
    fits: ({ text, value }, { places = 0 }) => value !== null && decimalsOf(text) === places,
  },
  {
    id: 'range',
    asks: 'from-to',
    holdsForTotals: false,
    fits: ({ value }, { from = -Infinity, to = Infinity }) => value !== null && value >= from && value <= to,
  },
  { id: 'date', asks: null, holdsForTotals: false, fits: ({ text }) => isDateText(text) },
  { id: 'list', asks: 'ids', holdsForTotals: false, fits: ({ text }, { ids = [] }) => ids.includes(text) },
  {
    id: 'check-digit',
    asks: 'method',
    holdsForTotals: false,
    fits: ({ text }, { method = 'luhn' }) => hasCheckDigit(text, method),
  },
  {
    id: 'sum',
    asks: 'columns',
    holdsForTotals: true,
    // What nobody can add up breaks nothing.
    fits: ({ value, parts }) => value === null || parts === null || isSame(value, sumOf(parts)),
  },
];

export function ruleRow(id: RuleId): RuleRow {
  return RULES.find((row) => row.id === id)!;
}

/** Columns of these are added up in a row of sums; ids and dates are not. */
export function isAddable(rule: ColumnRule | null): boolean {
  return rule === null || !['date', 'list', 'check-digit'].includes(rule.id);
}

/** Added without the dust of binary fractions: 0.1 + 0.2 is 0.3. */
export function sumOf(values: readonly number[]): number {
  return Number(values.reduce((sum, value) => sum + value, 0).toPrecision(12));
}

export function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= ROUNDING * Math.max(1, Math.abs(a), Math.abs(b));
}

/** Digits behind the last mark that may part a fraction. */
function decimalsOf(text: string): number {
  return /[.,·](\d+)\D*$/.exec(text)?.[1]?.length ?? 0;
}
