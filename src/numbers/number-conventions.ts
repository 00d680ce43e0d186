import type { NumberConventionId } from '../contract/expectation';

/** A way to write large numbers and fractions; the raised point parts a fraction in all of them. */
export interface NumberConvention {
  readonly id: NumberConventionId;
  /** Characters between groups of digits. */
  readonly groupMarks: string;
  /** Characters before a fraction, the usual one first. */
  readonly decimalMarks: string;
  /** Digits of a group, the last one aside, which has three. */
  readonly groupSize: 2 | 3;
}

/** One row a convention: 1,234,567.8; 12,34,567.8; 1.234.567,8; 1'234'567.8. */
export const NUMBER_CONVENTIONS: readonly NumberConvention[] = [
  { id: 'western', groupMarks: ',', decimalMarks: '.·', groupSize: 3 },
  { id: 'indian', groupMarks: ',', decimalMarks: '.·', groupSize: 2 },
  { id: 'continental', groupMarks: '.', decimalMarks: ',·', groupSize: 3 },
  { id: 'swiss', groupMarks: "'’", decimalMarks: '.,·', groupSize: 3 },
];

/** How numbers are written where the picture comes from; 'any': only what all conventions agree on has a value. */
export type ChosenConvention = NumberConventionId | 'any';

export function conventionsOf(chosen: ChosenConvention): readonly NumberConvention[] {
  return NUMBER_CONVENTIONS.filter(({ id }) => chosen === 'any' || chosen === id);
}

/** What stands before a fraction; null where the conventions differ. Swiss amounts have a point. */
export function decimalMarkOf(chosen: ChosenConvention): string | null {
  const row = NUMBER_CONVENTIONS.find(({ id }) => id === chosen);
  return row?.decimalMarks[0] ?? null;
}

/** A number without a sign as one convention understands it. */
export interface PlainNumber {
  readonly value: number;
  readonly isGrouped: boolean;
  readonly hasFraction: boolean;
}

/** @returns null when the text is no number in this convention, as '44,20,00' in any */
export function parseIn(text: string, { groupMarks, decimalMarks, groupSize }: NumberConvention): PlainNumber | null {
  const at = [...text].findLastIndex((character) => decimalMarks.includes(character));
  const whole = at < 0 ? text : text.slice(0, at);
  const fraction = at < 0 ? '' : text.slice(at + 1);
  if ((at >= 0 && !/^\d+$/.test(fraction)) || (at < 0 && whole === '')) return null;
  const groups = whole.split(new RegExp(`[${groupMarks}]`));
  if (!areGroups(groups, groupSize, at >= 0)) return null;
  const value = Number(`${groups.join('') || '0'}.${fraction || '0'}`);
  return { value, isGrouped: groups.length > 1, hasFraction: at >= 0 };
}

/** Whether the groups have the digits they must have; one alone may have any, and none before a fraction. */
function areGroups(groups: readonly string[], groupSize: number, hasFraction: boolean): boolean {
  const [first = '', ...rest] = groups;
  if (rest.length === 0) return /^\d*$/.test(first) && (first !== '' || hasFraction);
  // '0,123' groups nothing: a group that leads is no zero.
  if (!/^[1-9]\d*$/.test(first) || first.length > groupSize) return false;
  return rest.every((group, index) => {
    return /^\d+$/.test(group) && group.length === (index === rest.length - 1 ? 3 : groupSize);
  });
}
