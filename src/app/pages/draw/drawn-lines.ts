import type { Stroke } from './drawing';
import { inkBox } from './picture-frame';

/** Strokes nearer than this share of the tallest one's height, above each other, belong to one line: the bar of a 5. */
const GAP = 0.25;

/** The strokes of each line of writing, from top to bottom. Lines that reach into each other come as one. */
export function drawnLines(strokes: readonly Stroke[]): readonly (readonly Stroke[])[] {
  const ranges = strokes
    .flatMap((stroke) => {
      const box = inkBox(stroke);
      return box ? [{ strokes: [stroke], top: box.y, bottom: box.y + box.height, tallest: box.height }] : [];
    })
    .sort((a, b) => a.top - b.top);
  const lines: typeof ranges = [];
  for (const range of ranges) {
    const last = lines.at(-1);
    const tallest = Math.max(last?.tallest ?? 0, range.tallest);
    if (last && range.top - last.bottom < tallest * GAP) {
      last.strokes.push(...range.strokes);
      last.bottom = Math.max(last.bottom, range.bottom);
      last.tallest = tallest;
    } else {
      lines.push(range);
    }
  }
  return lines.map((line) => line.strokes);
}
