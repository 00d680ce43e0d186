import type { Box, Point } from '../contract/image';

/** Pixels of width that two boxes share; negative: the pixels between them. */
export function sharedWidth(a: Box, b: Box): number {
  return Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
}

/** Pixels of height that two boxes share; negative: the pixels between them. */
export function sharedHeight(a: Box, b: Box): number {
  return Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
}

/** Area that two boxes share, in pixels. */
export function sharedArea(a: Box, b: Box): number {
  return Math.max(0, sharedWidth(a, b)) * Math.max(0, sharedHeight(a, b));
}

/** Intersection over union, 0..1. */
export function intersectionOverUnion(a: Box, b: Box): number {
  const shared = sharedArea(a, b);
  return shared / (a.width * a.height + b.width * b.height - shared);
}

/** Share of the smaller box that lies in the other, 0..1. */
export function containment(a: Box, b: Box): number {
  return sharedArea(a, b) / Math.min(a.width * a.height, b.width * b.height);
}

/** The smallest box around some, at least one. */
export function boxAround(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

/** x of a box's center. */
export function centerX({ x, width }: Box): number {
  return x + width / 2;
}

/** y of a box's center. */
export function centerY({ y, height }: Box): number {
  return y + height / 2;
}

/** The part of a box that lies in another, at least one pixel wide and high. */
export function within(box: Box, whole: Box): Box {
  const x = Math.min(whole.width - 1, Math.max(0, box.x));
  const y = Math.min(whole.height - 1, Math.max(0, box.y));
  const right = Math.max(x + 1, Math.min(whole.width, box.x + box.width));
  const bottom = Math.max(y + 1, Math.min(whole.height, box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** Clockwise from the top left one. */
export function boxCorners({ x, y, width, height }: Box): [Point, Point, Point, Point] {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}
