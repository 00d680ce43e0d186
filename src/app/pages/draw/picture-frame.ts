import type { Box } from '../../../contract/image';
import type { Stroke } from './drawing';

/** The part of the pad that becomes a picture, and how it is scaled. */
export interface PictureFrame {
  /** In CSS pixels of the pad; may reach beyond its edges, so that ink at the edge has paper around it. */
  readonly box: Box;
  /** Pixels of the picture a CSS pixel. */
  readonly scale: number;
  /** Pixels of the picture. */
  readonly width: number;
  readonly height: number;
}

/** Paper around the ink, as a share of the height of the tallest stroke. */
const MARGIN = 0.4;
/** CSS pixels. */
const MIN_MARGIN = 16;
/** Pixels; what is written on a whole wall is shrunk to it. */
const MAX_SIDE = 2400;
/** Small writing is drawn larger, until its tallest stroke has so many pixels: enough to be read. */
export const LEGIBLE_HEIGHT = 64;
const MAX_SCALE = 3;

/**
 * The ink and some paper around it; null for an empty pad.
 *
 * @param maxHeight pixels of the picture that the tallest stroke has at most; the smaller, the sooner it is read
 */
export function pictureFrame(strokes: readonly Stroke[], maxHeight = Number.POSITIVE_INFINITY): PictureFrame | null {
  const boxes = strokes.flatMap((stroke) => inkBox(stroke) ?? []);
  if (boxes.length === 0) return null;
  const tallest = Math.max(...boxes.map(({ height }) => height));
  const margin = Math.max(MIN_MARGIN, tallest * MARGIN);
  const left = Math.min(...boxes.map(({ x }) => x)) - margin;
  const top = Math.min(...boxes.map(({ y }) => y)) - margin;
  const box = {
    x: left,
    y: top,
    width: Math.max(...boxes.map(({ x, width }) => x + width)) + margin - left,
    height: Math.max(...boxes.map(({ y, height }) => y + height)) + margin - top,
  };
  const wanted = Math.min(MAX_SCALE, Math.max(1, LEGIBLE_HEIGHT / tallest), maxHeight / tallest);
  const scale = Math.min(wanted, MAX_SIDE / Math.max(box.width, box.height));
  return { box, scale, width: Math.ceil(box.width * scale), height: Math.ceil(box.height * scale) };
}

/** Where a stroke's ink lies, in CSS pixels; null without points. */
export function inkBox({ points, width }: Stroke): Box | null {
  if (points.length === 0) return null;
  const x = Math.min(...points.map((point) => point.x)) - width / 2;
  const y = Math.min(...points.map((point) => point.y)) - width / 2;
  const right = Math.max(...points.map((point) => point.x)) + width / 2;
  const bottom = Math.max(...points.map((point) => point.y)) + width / 2;
  return { x, y, width: right - x, height: bottom - y };
}
