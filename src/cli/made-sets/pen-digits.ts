import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { Point } from '../../contract/image';

/** A digit, or a letter, as the path of a pen: 1 high, from 0 to `width` across, y down. */
export interface PenDigit {
  readonly label: string;
  readonly width: number;
  readonly strokes: readonly (readonly Point[])[];
}

interface StrokeRow {
  readonly label: string;
  readonly writer: string;
  /** Each x0,y0,x1,y1,... */
  readonly strokes: readonly (readonly number[])[];
}

/** The single digits, or other characters, of the writers wanted, out of a file of strokes (gzip, a JSON object a line). */
export async function readPenDigits(
  path: string,
  isWanted: (writer: string) => boolean,
  characters = /^\d$/,
): Promise<PenDigit[]> {
  return gunzipSync(await readFile(path))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as StrokeRow)
    .filter(({ label, writer }) => characters.test(label) && isWanted(writer))
    .map(penDigit);
}

export function penDigit({ label, strokes }: Pick<StrokeRow, 'label' | 'strokes'>): PenDigit {
  const paths = strokes.map((flat) =>
    Array.from({ length: Math.floor(flat.length / 2) }, (_, index) => ({
      x: flat[2 * index]!,
      y: flat[2 * index + 1]!,
    })),
  );
  const all = paths.flat();
  const [left, top] = [Math.min(...all.map(({ x }) => x)), Math.min(...all.map(({ y }) => y))];
  const height = Math.max(1, ...all.map(({ y }) => y - top));
  return {
    label,
    width: Math.max(...all.map(({ x }) => x - left)) / height,
    strokes: paths.map((path) => path.map(({ x, y }) => ({ x: (x - left) / height, y: (y - top) / height }))),
  };
}

/** Widest plain 1, in its heights: about ten degrees from upright. */
const PLAIN_WIDTH = 0.18;

/** A 1 that is one stroke from top to bottom, without flag or foot: the 1 that looks like a ruling. A single point is none. */
export function isPlainOne({ label, width, strokes }: PenDigit): boolean {
  return label === '1' && strokes.length === 1 && strokes[0]!.length > 1 && width <= PLAIN_WIDTH;
}
