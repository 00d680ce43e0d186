import { useEffect, useLayoutEffect, useState } from 'react';
import { NO_FILTER } from './filter-rows';
import { type ListView, useListViews } from './list-views';

const FRESH_VIEW: ListView = { filter: NO_FILTER, order: 'added' };

/**
 * Filter and order of a list. Back from a picture they are as they were left, and so are the place in the list and the
 * focus, on the picture that was seen last.
 *
 * @param path address of the list
 */
export function useListView(path: string) {
  const views = useListViews();
  const [left] = useState(() => views.leftAt(path));
  const [lastId] = useState(() => views.openedId);
  const [view, setView] = useState<ListView>(left ?? FRESH_VIEW);
  useEffect(() => {
    views.openedId = null;
  }, [views]);
  useLayoutEffect(() => () => views.leave(path, { ...view, scrollY: window.scrollY }), [views, path, view]);
  return { view, setView, left, lastId };
}

/**
 * Goes back to the place in the list once its rows are there, and remembers them for the pages of the pictures.
 *
 * @param ids from top to bottom; empty as long as they are not known
 */
export function useListPlace(path: string, ids: readonly string[], { left, lastId }: ReturnType<typeof useListView>) {
  const views = useListViews();
  const isReady = ids.length > 0;
  useEffect(() => {
    if (isReady) views.show(path, ids);
  }, [views, path, ids, isReady]);
  useEffect(() => {
    if (!isReady || !left) return undefined;
    // After the heading of the page had the focus, as on every page.
    const frame = requestAnimationFrame(() => {
      window.scrollTo(0, left.scrollY);
      requestAnimationFrame(() => focusRow(lastId));
    });
    return () => cancelAnimationFrame(frame);
  }, [isReady, left, lastId]);
}

function focusRow(id: string | null): void {
  const link = document.querySelector<HTMLElement>(`tr a[href$="/result/${id}"]`);
  if (!link) return;
  link.focus({ preventScroll: true });
  const { top, bottom } = link.getBoundingClientRect();
  if (top < 0 || bottom > window.innerHeight) link.scrollIntoView?.({ block: 'center' });
}
