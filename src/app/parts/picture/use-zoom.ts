import { type RefCallback, useCallback, useEffect, useRef, useState } from 'react';
import type { Box, Point } from '../../../contract/image';
import { useElementSize } from '../../base/browser/use-element-size';
import {
  bringIntoView,
  type Placement,
  panBy,
  placementOf,
  type Size,
  wholePicture,
  ZOOM,
  type Zoom,
  zoomAt,
} from './zoom';

/** Screen pixels that an arrow key moves the picture. */
const ARROW_STEP = 60;
/** Which way the picture goes, so that its hidden part comes into view. */
const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: ARROW_STEP, y: 0 },
  ArrowRight: { x: -ARROW_STEP, y: 0 },
  ArrowUp: { x: 0, y: ARROW_STEP },
  ArrowDown: { x: 0, y: -ARROW_STEP },
};
const WHEEL_SPEED = 0.002;

export interface PictureZoom {
  readonly measure: RefCallback<HTMLElement>;
  readonly frame: Size;
  readonly placement: Placement;
  readonly isZoomed: boolean;
  readonly isLargest: boolean;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly showWhole: () => void;
  readonly zoomBy: (ratio: number, at: Point) => void;
  readonly pan: (by: Point) => void;
  readonly show: (box: Box) => void;
  /** @returns whether the key means something here */
  readonly pressKey: (key: string) => boolean;
}

/** Which part of the picture its frame shows, by wheel, fingers, keys and buttons. */
export function usePictureZoom(picture: Size): PictureZoom {
  const [measureSize, frame] = useElementSize();
  const [chosen, setZoom] = useState<Zoom | null>(null);
  const zoom = chosen ?? wholePicture(picture);

  const change = (next: (zoom: Zoom) => Zoom) => setZoom((current) => next(current ?? wholePicture(picture)));
  const middle = { x: frame.width / 2, y: frame.height / 2 };
  const zoomBy = (ratio: number, at: Point) =>
    change((current) => zoomAt(current, current.factor * ratio, at, frame, picture));
  const pan = (by: Point) => change((current) => panBy(current, by, frame, picture));
  const zoomIn = () => zoomBy(ZOOM.step, middle);
  const zoomOut = () => zoomBy(1 / ZOOM.step, middle);
  const showWhole = () => setZoom(null);

  const isZoomed = zoom.factor > 1;
  const pressKey = (key: string) => {
    const arrow = ARROWS[key];
    if (arrow && isZoomed) {
      pan(arrow);
    } else if (key === '+' || key === '=') {
      zoomIn();
    } else if (key === '-') {
      zoomOut();
    } else if (key === '0') {
      showWhole();
    } else {
      // Without zoom, arrows scroll the page.
      return false;
    }
    return true;
  };
  const wheel = useWheel((ratio, at) => {
    // At the end of zooming out, the wheel scrolls the page again.
    const isDone = ratio < 1 && !isZoomed;
    if (!isDone) zoomBy(ratio, at);
    return !isDone;
  });
  const measure = useCallback(
    (element: HTMLElement | null) => {
      const ends = [measureSize(element), wheel(element)];
      return () => {
        for (const end of ends) if (typeof end === 'function') end();
      };
    },
    [measureSize, wheel],
  );

  return {
    measure,
    frame,
    placement: placementOf(zoom, frame, picture),
    isZoomed,
    isLargest: zoom.factor >= ZOOM.most,
    zoomIn,
    zoomOut,
    showWhole,
    zoomBy,
    pan,
    show: (box) => change((current) => bringIntoView(current, box, frame, picture)),
    pressKey,
  };
}

/** React listens to the wheel passively, which cannot keep the page from scrolling. */
function useWheel(onWheel: (ratio: number, at: Point) => boolean): RefCallback<HTMLElement> {
  const latest = useRef(onWheel);
  useEffect(() => {
    latest.current = onWheel;
  });
  return useCallback((element: HTMLElement | null) => {
    const listen = (event: WheelEvent) => {
      const { left, top } = (event.currentTarget as HTMLElement).getBoundingClientRect();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      const ratio = Math.exp(-event.deltaY * lines * WHEEL_SPEED * (event.ctrlKey ? 4 : 1));
      if (latest.current(ratio, { x: event.clientX - left, y: event.clientY - top })) {
        event.preventDefault();
      }
    };
    element?.addEventListener('wheel', listen, { passive: false });
    return () => element?.removeEventListener('wheel', listen);
  }, []);
}
