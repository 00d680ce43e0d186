import type { Edit } from './edit';
import { digitsOf, type FixedDigit, type FixedReading, findDigit, nextOpenCheck } from './fixed-reading';

/** The digit to look at after a correction; `isAllChecked` when the last open check was closed by it. */
export interface NextLook {
  readonly id: number | null;
  readonly isAllChecked: boolean;
}

/**
 * Where a person looks after a correction: at what is new, else at the next digit to check, else one further on.
 *
 * @param before the reading the correction was made to
 * @param after the reading with it
 */
export function nextLook(before: FixedReading, after: FixedReading, edit: Edit): NextLook {
  if (edit.kind === 'add' || edit.kind === 'split' || edit.kind === 'merge') {
    return { id: before.nextId, isAllChecked: false };
  }
  const id = edit.kind === 'relabel' ? (edit.labels[0]?.id ?? null) : edit.id;
  const order = digitsOf(before);
  const at = order.findIndex((digit) => digit.id === id);
  const isGone = id !== null && !findDigit(after, id);
  const open = nextOpenCheck(after, isGone ? (order[at - 1]?.id ?? null) : id);
  if (open) return { id: open.id, isAllChecked: false };
  if (order[at]?.mark === 'check') return { id: isGone ? neighborId(order, at) : id, isAllChecked: true };
  return { id: neighborId(order, at) ?? id, isAllChecked: false };
}

function neighborId(order: readonly FixedDigit[], at: number): number | null {
  return (order[at + 1] ?? order[at - 1])?.id ?? null;
}

/** The first digit that another reading has differently, e.g. to show what was undone; null when nothing differs. */
export function firstDifference(before: FixedReading, after: FixedReading): number | null {
  const [old, fresh] = [digitsOf(before), digitsOf(after)];
  const known = new Map(old.map((digit) => [digit.id, digit]));
  const changed = fresh.find((digit) => {
    const same = known.get(digit.id);
    return !same || same.label !== digit.label || same.mark !== digit.mark;
  });
  if (changed) return changed.id;
  const goneAt = old.findIndex((digit) => !findDigit(after, digit.id));
  return goneAt < 0 ? null : (fresh[Math.min(goneAt, fresh.length - 1)]?.id ?? null);
}
