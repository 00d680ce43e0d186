import { useEffect, useRef, useState } from 'react';
import { needsLook } from '../../parts/ledger/filter-rows';
import { type LedgerRow, ledgerRows } from '../../parts/ledger/ledger-rows';
import { type ListViews, useListViews } from '../../parts/ledger/list-views';
import { originPath } from '../../parts/page/back-link';
import { useServices } from '../../work/session/services';

/** Where a picture stands among those that it belongs to. */
export interface Neighbors {
  /** 1 for the first. */
  readonly position: number;
  readonly total: number;
  readonly previousId: string | null;
  readonly nextId: string | null;
}

/** The picture to check next, or that there is none left. */
export type ReviewStep =
  | { readonly kind: 'picture'; readonly id: string }
  | {
      readonly kind: 'end';
      /** All pictures of the list, in its order. */
      readonly rows: readonly LedgerRow[];
      /** Pictures that are not read yet. */
      readonly waiting: number;
    };

export interface Review {
  /** null while they are not known, and for the only picture. */
  readonly neighbors: Neighbors | null;
  /** The same once they are known. */
  readonly around: () => Promise<Neighbors | null>;
  readonly next: () => Promise<ReviewStep>;
}

/**
 * The pictures around one, in the order and with the filter of the list that it was opened from; without one: those of its
 * batch, or of the history.
 */
export function useReview(id: string, batchId: string | null): Review {
  const { history, queue } = useServices();
  const views = useListViews();
  const origin = originPath();
  const path = origin !== '/' ? origin : batchId === null ? '/history' : `/batch/${batchId}`;
  const isAlone = origin === '/' && batchId === null;
  const [rows, setRows] = useState<readonly LedgerRow[]>([]);
  const loading = useRef<Promise<readonly LedgerRow[]>>(Promise.resolve([]));

  useEffect(() => {
    let current = true;
    const load = async () => {
      const ofBatch = path.startsWith('/batch/') ? path.slice('/batch/'.length) : null;
      const list = ofBatch === null ? await history.list() : await history.listBatch(ofBatch);
      const found = ledgerRows(list.ok ? list.value : [], queue.state.get().jobs, ofBatch);
      if (current) setRows(found);
      return found;
    };
    loading.current = load();
    return () => {
      current = false;
    };
  }, [history, queue, path]);

  const next = async (): Promise<ReviewStep> => {
    const inOrder = inOrderOf(views.orderOf(path), id, await loading.current);
    const list = isAlone ? inOrder.filter((row) => row.id === id) : inOrder;
    const { jobs } = queue.state.get();
    const isUnread = (row: LedgerRow) => ['waiting', 'reading'].includes(jobs.get(row.id)?.state.phase ?? '');
    const open = nextToCheck(list, id, views);
    return open ? { kind: 'picture', id: open.id } : { kind: 'end', rows: list, waiting: list.filter(isUnread).length };
  };
  const placeIn = (all: readonly LedgerRow[]) => neighborsOf(inOrderOf(views.orderOf(path), id, all), id);
  return { neighbors: placeIn(rows), around: async () => placeIn(await loading.current), next };
}

/** @param order ids as the list showed them; pictures that came since stand at the end */
function inOrderOf(order: readonly string[] | null, id: string, rows: readonly LedgerRow[]): readonly LedgerRow[] {
  if (!order?.includes(id)) return rows.filter((row) => row.keeping !== 'never');
  const byId = new Map(rows.map((row) => [row.id, row]));
  return order.flatMap((each) => byId.get(each) ?? []);
}

/** The next picture with something to check, around from the end to the start. */
export function nextToCheck(
  rows: readonly LedgerRow[],
  id: string,
  { visited, checked }: Pick<ListViews, 'visited' | 'checked'>,
): LedgerRow | null {
  const at = rows.findIndex((row) => row.id === id);
  const inTurn = [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))];
  const isOpen = (row: LedgerRow) => {
    if (!needsLook(row) || checked.has(row.id)) return false;
    // Where nothing can be accepted, one look is enough.
    const hasDoubts = row.state.phase === 'read' && row.state.reading.openChecks > 0;
    return hasDoubts || !visited.has(row.id);
  };
  return inTurn.find(isOpen) ?? null;
}

function neighborsOf(rows: readonly LedgerRow[], id: string): Neighbors | null {
  const at = rows.findIndex((row) => row.id === id);
  if (at < 0 || rows.length < 2) return null;
  return {
    position: at + 1,
    total: rows.length,
    previousId: rows[at - 1]?.id ?? null,
    nextId: rows[at + 1]?.id ?? null,
  };
}
