import { type PointerEvent, useEffect, useLayoutEffect, useRef } from 'react';
import type { Point } from '../../../contract/image';
import { useElementSize } from '../../base/browser/use-element-size';
import { useMedia } from '../../base/browser/use-media';
import { paintStrokes } from './draw-picture';
import type { Stroke } from './drawing';

type PadEvent = PointerEvent<HTMLCanvasElement>;

/** Milliseconds after a pen was seen during which touches are taken for the hand that holds it. */
const PALM_MS = 1000;

interface Size {
  readonly width: number;
  readonly height: number;
}

interface OpenStroke {
  readonly pointerId: number;
  readonly type: string;
  stroke: Stroke;
}

/** Points of an event on the pad; pens and fast mice report several at once. */
function pointsOf({ nativeEvent, currentTarget }: PadEvent, scale: number): readonly Point[] {
  const { left, top } = currentTarget.getBoundingClientRect();
  const { clientLeft, clientTop } = currentTarget;
  const events = nativeEvent.getCoalescedEvents?.() ?? [];
  return (events.length > 0 ? events : [nativeEvent]).map(({ clientX, clientY }) => {
    return { x: (clientX - left - clientLeft) / scale, y: (clientY - top - clientTop) / scale };
  });
}

/**
 * By how much the drawing is shrunk on the screen. A phone that is turned has less room in one direction: nothing that
 * was drawn before must be out of view or distorted.
 */
function useViewScale(size: Size, isEmpty: boolean): () => number {
  const largest = useRef(size);
  useLayoutEffect(() => {
    const { width, height } = largest.current;
    largest.current = isEmpty ? size : { width: Math.max(width, size.width), height: Math.max(height, size.height) };
  }, [size, isEmpty]);
  return () => Math.min(1, size.width / largest.current.width || 1, size.height / largest.current.height || 1);
}

/**
 * Draws what the first finger, the pen or the mouse does; a second finger draws nothing, and neither does the hand
 * beside a pen.
 *
 * @param width of new strokes, in CSS pixels
 */
export function usePad(strokes: readonly Stroke[], width: number, onStroke: (stroke: Stroke) => void) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const open = useRef<OpenStroke | null>(null);
  const penSeenAt = useRef(Number.NEGATIVE_INFINITY);
  const [measure, size] = useElementSize();
  // Another color scheme paints the ink in another color.
  useMedia('(prefers-color-scheme: dark)');

  const viewScale = useViewScale(size, strokes.length === 0);

  useLayoutEffect(() => measure(canvas.current), [measure]);

  const show = () => {
    const pad = canvas.current;
    const context = pad?.getContext('2d');
    if (!pad || !context || size.width === 0) return;
    const density = window.devicePixelRatio || 1;
    const [width, height] = [Math.round(size.width * density), Math.round(size.height * density)];
    if (pad.width !== width) pad.width = width;
    if (pad.height !== height) pad.height = height;
    context.resetTransform();
    context.clearRect(0, 0, width, height);
    context.scale(density * viewScale(), density * viewScale());
    paintStrokes(context, open.current ? [...strokes, open.current.stroke] : strokes, getComputedStyle(pad).color);
  };
  useEffect(show);

  const end = (event: PadEvent) => {
    if (open.current?.pointerId !== event.pointerId) return;
    const { stroke } = open.current;
    open.current = null;
    onStroke(stroke);
  };
  const handlers = {
    onPointerDown: (event: PadEvent) => {
      const { pointerId, pointerType, isPrimary, button, timeStamp } = event;
      if (pointerType === 'pen') penSeenAt.current = timeStamp;
      const isPalm = pointerType === 'touch' && timeStamp - penSeenAt.current < PALM_MS;
      const isTaken = open.current !== null && !(pointerType === 'pen' && open.current.type === 'touch');
      if (!isPrimary || button !== 0 || isPalm || isTaken) return;
      event.currentTarget.setPointerCapture(pointerId);
      open.current = { pointerId, type: pointerType, stroke: { points: pointsOf(event, viewScale()), width } };
      show();
    },
    onPointerMove: (event: PadEvent) => {
      if (event.pointerType === 'pen') penSeenAt.current = event.timeStamp;
      if (open.current?.pointerId !== event.pointerId) return;
      const { stroke } = open.current;
      open.current.stroke = { ...stroke, points: [...stroke.points, ...pointsOf(event, viewScale())] };
      show();
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
  return { canvas, handlers };
}
