import type { Point } from '../../src/contract/image';
import { type IdxDigit, SIDE } from '../e2e-images/idx-digits';

/** Thinning needs more pixels than 28 x 28 to find the middle of a line. */
const ZOOM = 4;
const WIDE = SIDE * ZOOM;

/** The neighbors of a pixel, clockwise from the one above it. */
const AROUND = [-WIDE, -WIDE + 1, 1, WIDE + 1, WIDE, WIDE - 1, -1, -WIDE - 1] as const;

/**
 * The strokes that draw a digit: the middle line of its ink, followed from end to end. In pixels of the 28 x 28 picture;
 * the order in which a person drew them is not known.
 */
export function traceStrokes(digit: IdxDigit): Point[][] {
  const middle = thinned(zoomed(digit));
  const strokes: number[][] = [];
  const left = new Set(middle.flatMap((isInk, at) => (isInk ? [at] : [])));
  const neighbors = (at: number) => AROUND.map((step) => at + step).filter((next) => middle[next]);
  const ends = [...left].filter((at) => neighbors(at).length === 1);
  for (const start of [...ends, ...left]) {
    if (!left.delete(start)) continue;
    // A branch begins where it leaves a line that was followed before.
    const joint = neighbors(start).find((at) => !left.has(at));
    const stroke = joint === undefined ? [start] : [joint, start];
    for (let at: number | undefined = start; at !== undefined; ) {
      at = neighbors(at).find((next) => left.delete(next));
      if (at !== undefined) stroke.push(at);
    }
    const last = neighbors(stroke.at(-1)!).find((at) => !stroke.slice(-3).includes(at));
    strokes.push(last === undefined ? stroke : [...stroke, last]);
  }
  return strokes.map((stroke) =>
    stroke.filter((_, index) => index % ZOOM === 0 || index === stroke.length - 1).map(pointAt),
  );
}

function pointAt(at: number): Point {
  return { x: ((at % WIDE) + 0.5) / ZOOM, y: (Math.floor(at / WIDE) + 0.5) / ZOOM };
}

/** Ink where the picture, enlarged bilinearly, is more than half as bright as its brightest pixel; a free edge around. */
function zoomed({ pixels }: IdxDigit): boolean[] {
  const half = Math.max(...pixels) / 2;
  const level = (x: number, y: number) => (x < 0 || y < 0 || x >= SIDE || y >= SIDE ? 0 : (pixels[y * SIDE + x] ?? 0));
  return Array.from({ length: WIDE * WIDE }, (_, at) => {
    const [wideX, wideY] = [at % WIDE, Math.floor(at / WIDE)];
    if (wideX === 0 || wideY === 0 || wideX === WIDE - 1 || wideY === WIDE - 1) return false;
    const [x, y] = [(wideX + 0.5) / ZOOM - 0.5, (wideY + 0.5) / ZOOM - 0.5];
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const [across, down] = [x - left, y - top];
    const upper = level(left, top) * (1 - across) + level(left + 1, top) * across;
    const lower = level(left, top + 1) * (1 - across) + level(left + 1, top + 1) * across;
    return upper * (1 - down) + lower * down > half;
  });
}

/** Zhang and Suen's thinning (CACM 27(3), 1984): the ink's middle line, one pixel wide. */
function thinned(ink: boolean[]): boolean[] {
  for (let hasChanged = true; hasChanged; ) {
    hasChanged = false;
    for (const isFirst of [true, false]) {
      const gone = ink.flatMap((isInk, at) => (isInk && isOuter(ink, at, isFirst) ? [at] : []));
      for (const at of gone) ink[at] = false;
      hasChanged ||= gone.length > 0;
    }
  }
  return ink;
}

function isOuter(ink: readonly boolean[], at: number, isFirst: boolean): boolean {
  const around = AROUND.map((step) => ink[at + step] ?? false);
  const count = around.filter(Boolean).length;
  const crossings = around.filter((isInk, index) => !isInk && around[(index + 1) % 8]).length;
  const [above, , right, , below, , left] = around;
  const isFree = isFirst
    ? !(above && right && below) && !(right && below && left)
    : !(above && right && left) && !(above && below && left);
  return count >= 2 && count <= 6 && crossings === 1 && isFree;
}
