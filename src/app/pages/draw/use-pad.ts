import { type PointerEvent, useEffect, useRef } from 'react';
import { type Drawing, type Pad, paint, type Stroke, withStroke } from './drawing';

type PadEvent = PointerEvent<HTMLCanvasElement>;

/** Points of an event in the pad's pixels; pens and fast mice report several at once. */
function pointsOf({ nativeEvent, currentTarget }: PadEvent, pad: Pad): Stroke {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  const events = nativeEvent.getCoalescedEvents?.() ?? [];
  return (events.length > 0 ? events : [nativeEvent]).map(
    ({ clientX, clientY }) =>
      [((clientX - left) / width) * pad.width, ((clientY - top) / height) * pad.height] as const,
  );
}

/** Draws what the first finger, the pen or the mouse does; a second finger draws nothing. */
export function usePad(pad: Pad, drawing: Drawing, setDrawing: (drawing: Drawing) => void) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const open = useRef<Stroke | null>(null);

  const show = () => {
    const context = canvas.current?.getContext('2d');
    if (context) {
      paint(context, pad, open.current ? [...drawing.strokes, open.current] : drawing.strokes);
    }
  };
  useEffect(show);

  const end = (event: PadEvent) => {
    if (open.current && event.isPrimary) {
      setDrawing(withStroke(drawing, open.current));
      open.current = null;
    }
  };
  const handlers = {
    onPointerDown: (event: PadEvent) => {
      if (event.isPrimary && event.button === 0) {
        event.currentTarget.setPointerCapture(event.pointerId);
        open.current = pointsOf(event, pad);
        show();
      }
    },
    onPointerMove: (event: PadEvent) => {
      if (open.current && event.isPrimary) {
        open.current = [...open.current, ...pointsOf(event, pad)];
        show();
      }
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
  return { canvas, handlers };
}
