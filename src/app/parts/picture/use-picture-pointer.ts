import { type PointerEvent, useRef, useState } from 'react';
import type { Box, Point } from '../../../contract/image';
import type { PictureZoom } from './use-zoom';
import { pictureAt } from './zoom';

/** A pointer that moved less than this, in screen pixels, has clicked. */
const CLICK_REACH = 5;

interface PicturePointerOptions {
  readonly zoom: PictureZoom;
  /** A stroke draws a box instead of moving the picture. */
  readonly isDrawing: boolean;
  /** In pixels of the picture. */
  readonly onClick: (point: Point) => void;
  readonly onHover: (point: Point | null) => void;
  readonly onDraw: (box: Box) => void;
}

interface Held {
  readonly start: Point;
  readonly now: Point;
}

/** Clicks, strokes, moves with one pointer and pinches with two, all in the frame of the picture. */
export function usePicturePointer({ zoom, isDrawing, onClick, onHover, onDraw }: PicturePointerOptions) {
  const held = useRef(new Map<number, Held>());
  const wasPinch = useRef(false);
  const [drawn, setDrawn] = useState<Box | null>(null);

  const pointOf = (event: PointerEvent<HTMLElement>): Point => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const boxOf = ({ start, now }: Held): Box => {
    const [a, b] = [pictureAt(start, zoom.placement), pictureAt(now, zoom.placement)];
    return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
  };

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) {
      return;
    }
    const start = pointOf(event);
    wasPinch.current = held.current.size > 0;
    held.current.set(event.pointerId, { start, now: start });
    event.currentTarget.setPointerCapture?.(event.pointerId);
  };

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const now = pointOf(event);
    const before = held.current.get(event.pointerId);
    if (!before) {
      if (event.pointerType === 'mouse') onHover(pictureAt(now, zoom.placement));
      return;
    }
    const others = [...held.current].filter(([id]) => id !== event.pointerId);
    held.current.set(event.pointerId, { ...before, now });
    const other = others[0]?.[1].now;
    if (other) {
      pinch(before.now, now, other);
    } else if (isDrawing) {
      setDrawn(boxOf({ ...before, now }));
    } else if (zoom.isZoomed && !isClick({ ...before, now })) {
      zoom.pan({ x: now.x - before.now.x, y: now.y - before.now.y });
    }
  };

  const pinch = (before: Point, now: Point, other: Point) => {
    const spread = Math.max(1, distance(before, other));
    zoom.zoomBy(distance(now, other) / spread, { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
    zoom.pan({ x: (now.x - before.x) / 2, y: (now.y - before.y) / 2 });
  };

  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    const stroke = held.current.get(event.pointerId);
    held.current.delete(event.pointerId);
    setDrawn(null);
    if (!stroke || wasPinch.current) {
      return;
    }
    if (isClick(stroke)) {
      onClick(pictureAt(stroke.now, zoom.placement));
    } else if (isDrawing) {
      onDraw(boxOf(stroke));
    }
  };

  const onPointerCancel = (event: PointerEvent<HTMLElement>) => {
    held.current.delete(event.pointerId);
    setDrawn(null);
  };

  return {
    /** The box that is being drawn, in pixels of the picture. */
    drawn,
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel, onPointerLeave: () => onHover(null) },
  };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function isClick({ start, now }: Held): boolean {
  return distance(start, now) < CLICK_REACH;
}
