import type { Edit } from './edit';
import { nextOpenCheck, openChecks } from './fixed-number';
import { charactersOf, type FixedCharacter, type FixedReading, findCharacter } from './fixed-reading';

/** The character to look at after a correction; `isAllChecked` when the last open check was closed by it. */
export interface NextLook {
  readonly id: number | null;
  readonly isAllChecked: boolean;
}

/**
 * Where a person looks after a correction: at what is new, else at the next character to check, else one further on.
 *
 * @param before the reading the correction was made to
 * @param after the reading with it
 */
export function nextLook(before: FixedReading, after: FixedReading, edit: Edit): NextLook {
  if (edit.kind === 'add' || edit.kind === 'split' || edit.kind === 'merge' || edit.kind === 'write') {
    return { id: before.nextId, isAllChecked: false };
  }
  // The shape of a table has changed, and no character.
  if ('table' in edit) return { id: null, isAllChecked: false };
  // Whoever looks for the right script goes on looking.
  if (edit.kind === 'read-as') return { id: edit.id, isAllChecked: false };
  if (edit.kind === 'leave-out') return lookAfterLeavingOut(before, after);
  const id = edit.kind === 'relabel' ? (edit.codes[0]?.id ?? null) : edit.id;
  const order = charactersOf(before);
  const at = order.findIndex((character) => character.id === id);
  const isGone = id !== null && !findCharacter(after, id);
  const open = nextOpenCheck(after, isGone ? (order[at - 1]?.id ?? null) : id);
  if (open) return { id: open.id, isAllChecked: false };
  // The number it is in may still be doubtful as a whole.
  const [left] = openChecks(after);
  if (left) return { id: left.id, isAllChecked: false };
  if (openChecks(before).length > 0) return { id: isGone ? neighborId(order, at) : id, isAllChecked: true };
  return { id: neighborId(order, at) ?? id, isAllChecked: false };
}

function lookAfterLeavingOut(before: FixedReading, after: FixedReading): NextLook {
  const [open] = openChecks(after);
  const [first] = charactersOf(after);
  return { id: (open ?? first)?.id ?? null, isAllChecked: !open && openChecks(before).length > 0 };
}

function neighborId(order: readonly FixedCharacter[], at: number): number | null {
  return (order[at + 1] ?? order[at - 1])?.id ?? null;
}

/** The first character that another reading has differently, e.g. to show what was undone; null when nothing differs. */
export function firstDifference(before: FixedReading, after: FixedReading): number | null {
  const [old, fresh] = [charactersOf(before), charactersOf(after)];
  const known = new Map(old.map((character) => [character.id, character]));
  const changed = fresh.find((character) => {
    const same = known.get(character.id);
    return !same || same.code !== character.code || same.status !== character.status;
  });
  if (changed) return changed.id;
  const goneAt = old.findIndex((character) => !findCharacter(after, character.id));
  return goneAt < 0 ? null : (fresh[Math.min(goneAt, fresh.length - 1)]?.id ?? null);
}
