import { type PointerEvent, useRef } from 'react';

/** Milliseconds in which a click belongs to the press before it. */
const CLICK_MS = 700;

/**
 * Handlers of a button that must not miss a tap. A browser that takes a tap soon after a stroke for the second half of
 * a double tap sends pointer events but no click; so a touch or a pen acts when it is lifted, and the click that may
 * follow does nothing. Mice and keys click.
 */
export function usePress(act: () => void) {
  const pressed = useRef<number | null>(null);
  const actedAt = useRef(Number.NEGATIVE_INFINITY);
  return {
    onPointerDown: ({ pointerType, pointerId }: PointerEvent<HTMLButtonElement>) => {
      pressed.current = pointerType === 'mouse' ? null : pointerId;
    },
    onPointerUp: ({ pointerId, clientX, clientY, currentTarget, timeStamp }: PointerEvent<HTMLButtonElement>) => {
      const { left, right, top, bottom } = currentTarget.getBoundingClientRect();
      const isInside = clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
      if (pressed.current !== pointerId || !isInside || currentTarget.disabled) return;
      pressed.current = null;
      actedAt.current = timeStamp;
      act();
    },
    onPointerCancel: () => {
      pressed.current = null;
    },
    onClick: ({ timeStamp }: { readonly timeStamp: number }) => {
      if (timeStamp - actedAt.current > CLICK_MS) act();
    },
  };
}
