import type { Point } from '../../../contract/image';
import type { Corners } from '../../../imaging/warp-pixels';

/** Which part of a picture is read, and how. The picture itself stays as it is. */
export interface PictureEdit {
  /** In pixels of the picture, clockwise from the corner that becomes the top left one. */
  readonly corners: Corners;
  /** Degrees by which the part was turned by hand beside quarter turns; clockwise is positive. */
  readonly angle: number;
  /** Light ink on dark paper becomes dark ink on light paper. */
  readonly isInverted: boolean;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

export function wholePicture({ width, height }: Size): PictureEdit {
  const corners = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ] as const;
  return { corners, angle: 0, isInverted: false };
}

/** Turned by a quarter. */
export function turnedQuarter(edit: PictureEdit, direction: 'left' | 'right'): PictureEdit {
  const [a, b, c, d] = edit.corners;
  return { ...edit, corners: direction === 'right' ? [d, a, b, c] : [b, c, d, a] };
}

/** The picture turned under the part, so that the part turns the other way about its middle. */
export function turnedTo(edit: PictureEdit, angle: number): PictureEdit {
  const radians = ((edit.angle - angle) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const middle = {
    x: edit.corners.reduce((sum, { x }) => sum + x, 0) / 4,
    y: edit.corners.reduce((sum, { y }) => sum + y, 0) / 4,
  };
  const turn = ({ x, y }: Point): Point => {
    const [right, down] = [x - middle.x, y - middle.y];
    return { x: middle.x + right * cos - down * sin, y: middle.y + right * sin + down * cos };
  };
  const [a, b, c, d] = edit.corners;
  return { ...edit, angle, corners: [turn(a), turn(b), turn(c), turn(d)] };
}

/** One corner moved; the others stay, as for a page seen from the side. */
export function cornerMoved(edit: PictureEdit, index: number, to: Point): PictureEdit {
  return withCorners(edit, (corner, at) => (at === index ? to : corner));
}

/** One corner moved, the one across from it staying: the part remains a box with the sides' directions. */
export function boxResized(edit: PictureEdit, index: number, to: Point): PictureEdit {
  const { corners } = edit;
  const across = corners[(index + 2) % 4]!;
  const right = direction(corners[0], corners[1]);
  const moved = { x: to.x - across.x, y: to.y - across.y };
  const along = moved.x * right.x + moved.y * right.y;
  const onSide = { x: across.x + along * right.x, y: across.y + along * right.y };
  const offSide = { x: to.x - along * right.x, y: to.y - along * right.y };
  const [next, previous] = index % 2 === 0 ? [offSide, onSide] : [onSide, offSide];
  return withCorners(edit, (corner, at) => {
    if (at === index) return to;
    return at === (index + 1) % 4 ? next : at === (index + 3) % 4 ? previous : corner;
  });
}

/** Pixels of the part once it is upright, at least one, at most `maxPixels` in all. */
export function sizeOf({ corners: [a, b, c, d] }: PictureEdit, maxPixels: number): Size {
  const width = Math.max(length(a, b), length(d, c));
  const height = Math.max(length(a, d), length(b, c));
  const scale = Math.min(1, Math.sqrt(maxPixels / (width * height)));
  return { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) };
}

function withCorners(edit: PictureEdit, change: (corner: Point, index: number) => Point): PictureEdit {
  const [a, b, c, d] = edit.corners;
  return { ...edit, corners: [change(a, 0), change(b, 1), change(c, 2), change(d, 3)] };
}

function direction(from: Point, to: Point): Point {
  const far = length(from, to) || 1;
  return { x: (to.x - from.x) / far, y: (to.y - from.y) / far };
}

function length(from: Point, to: Point): number {
  return Math.hypot(to.x - from.x, to.y - from.y);
}
