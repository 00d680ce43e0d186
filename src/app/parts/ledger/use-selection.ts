import { useCallback, useState } from 'react';

export interface RowSelection {
  readonly ids: ReadonlySet<string>;
  /** @param isRange from the row that was changed last up to this one, as with the shift key */
  readonly toggle: (id: string, isRange: boolean) => void;
  readonly set: (ids: readonly string[]) => void;
}

/** @param order all ids from top to bottom, to know what lies in a range */
export function useSelection(order: readonly string[]): RowSelection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<string | null>(null);

  const toggle = useCallback(
    (id: string, isRange: boolean) => {
      setIds((before) => withToggled(before, order, id, isRange ? last : null));
      setLast(id);
    },
    [order, last],
  );
  const set = useCallback((chosen: readonly string[]) => setIds(new Set(chosen)), []);

  return { ids, toggle, set };
}

/** @param from other end of a range; null for a single row */
export function withToggled(
  before: ReadonlySet<string>,
  order: readonly string[],
  id: string,
  from: string | null,
): ReadonlySet<string> {
  const isChosen = !before.has(id);
  const start = from === null ? -1 : order.indexOf(from);
  const end = order.indexOf(id);
  const range = start < 0 ? [id] : order.slice(Math.min(start, end), Math.max(start, end) + 1);
  const after = new Set(before);
  for (const changed of range) {
    if (isChosen) {
      after.add(changed);
    } else {
      after.delete(changed);
    }
  }
  return after;
}
