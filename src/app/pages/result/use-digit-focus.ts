import { useEffect, useLayoutEffect, useRef } from 'react';

/** While the focus is in the number, it follows the selection, also where its digit was replaced by another. */
export function useFollowingFocus(selected: number | null) {
  const group = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);

  useEffect(() => {
    const remember = () => {
      const { activeElement } = document;
      // A removed button leaves the focus on the body, which says nothing.
      if (activeElement !== document.body) hadFocus.current = group.current?.contains(activeElement) ?? false;
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, []);

  useLayoutEffect(() => {
    if (selected !== null && hadFocus.current) focusDigit(group.current, selected);
  }, [selected]);

  return group;
}

/** Where nobody has gone anywhere else yet, the first digit to check has the focus: correcting can begin. */
export function useFirstCheckFocus(
  isRead: boolean,
  id: number | null,
  group: { readonly current: HTMLElement | null },
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the reading is there
  useEffect(() => {
    if (!isRead) {
      return;
    }
    const { activeElement } = document;
    const isNowhere = !activeElement || activeElement.matches('body, main, h1');
    if (isNowhere && id !== null) {
      focusDigit(group.current, id);
    } else if (activeElement === document.body) {
      document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
    }
  }, [isRead]);
}

/** Where a sheet shows the digits, its active cell has the focus instead. */
function focusDigit(group: HTMLElement | null, id: number): void {
  const isFolded = group?.closest('details:not([open])') ?? null;
  const digit = group?.querySelector<HTMLElement>(`[data-digit="${id}"]`);
  const cell = document.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]');
  (isFolded ? cell : digit)?.focus({ preventScroll: true });
}
