import type { Box, Point } from '../../../contract/image';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What of the picture is shown: how much larger than when it is whole, and which point of it is in the middle. */
export interface Zoom {
  /** 1: the whole picture is in the frame. */
  readonly factor: number;
  /** In pixels of the picture. */
  readonly center: Point;
}

/** Where the picture lies in its frame, in screen pixels. */
export interface Placement {
  /** Screen pixels a picture pixel. */
  readonly scale: number;
  /** The picture's top left corner. */
  readonly x: number;
  readonly y: number;
}

export const ZOOM = { most: 12, step: 1.5 } as const;
/** Room between the whole picture and the edges of its frame, in screen pixels: badges of boxes stand there. */
const MARGIN = 12;
/** Small pictures are enlarged at most this much when they are whole. */
const MAX_ENLARGEMENT = 16;

export function wholePicture(picture: Size): Zoom {
  return { factor: 1, center: { x: picture.width / 2, y: picture.height / 2 } };
}

/** Screen pixels a picture pixel when the whole picture is shown; 0 before the frame has a size. */
export function wholeScale(frame: Size, picture: Size): number {
  const across = (frame.width - 2 * MARGIN) / picture.width;
  const down = (frame.height - 2 * MARGIN) / picture.height;
  return Math.max(0, Math.min(across, down, MAX_ENLARGEMENT));
}

export function placementOf(zoom: Zoom, frame: Size, picture: Size): Placement {
  const scale = wholeScale(frame, picture) * zoom.factor;
  return { scale, x: frame.width / 2 - zoom.center.x * scale, y: frame.height / 2 - zoom.center.y * scale };
}

/** The point of the picture at a point of the frame. */
export function pictureAt(point: Point, { scale, x, y }: Placement): Point {
  return { x: (point.x - x) / scale, y: (point.y - y) / scale };
}

/** Larger or smaller, while the part of the picture at `point` of the frame stays where it is. */
export function zoomAt(zoom: Zoom, factor: number, point: Point, frame: Size, picture: Size): Zoom {
  const held = pictureAt(point, placementOf(zoom, frame, picture));
  const bounded = Math.min(ZOOM.most, Math.max(1, factor));
  const scale = wholeScale(frame, picture) * bounded;
  if (scale <= 0) return zoom;
  const center = {
    x: held.x + (frame.width / 2 - point.x) / scale,
    y: held.y + (frame.height / 2 - point.y) / scale,
  };
  return within({ factor: bounded, center }, frame, picture);
}

/** Moves the picture in its frame, in screen pixels. */
export function panBy(zoom: Zoom, by: Point, frame: Size, picture: Size): Zoom {
  const { scale } = placementOf(zoom, frame, picture);
  if (scale <= 0) return zoom;
  const center = { x: zoom.center.x - by.x / scale, y: zoom.center.y - by.y / scale };
  return within({ ...zoom, center }, frame, picture);
}

/** The same zoom when the box is in view, else one with the box in the middle. */
export function bringIntoView(zoom: Zoom, box: Box, frame: Size, picture: Size): Zoom {
  const { scale, x, y } = placementOf(zoom, frame, picture);
  const [left, top] = [box.x * scale + x, box.y * scale + y];
  const isInside =
    left >= 0 && top >= 0 && left + box.width * scale <= frame.width && top + box.height * scale <= frame.height;
  if (isInside || zoom.factor === 1) return zoom;
  const center = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  return within({ ...zoom, center }, frame, picture);
}

/** Keeps the picture's edges at or outside the frame's, or the picture in the middle where it is the smaller. */
function within(zoom: Zoom, frame: Size, picture: Size): Zoom {
  const { scale } = placementOf(zoom, frame, picture);
  const bound = (center: number, length: number, shown: number) => {
    const half = shown / 2 - MARGIN / scale;
    return length <= 2 * half ? length / 2 : Math.min(length - half, Math.max(half, center));
  };
  return {
    ...zoom,
    center: {
      x: bound(zoom.center.x, picture.width, frame.width / scale),
      y: bound(zoom.center.y, picture.height, frame.height / scale),
    },
  };
}
