import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Point } from '../contract/image';
import type { Reader } from '../reading/reader';
import { digitOf } from './evaluate-stages';
import { readCsv } from './read-csv';
import { recognizeFile } from './recognize-file';
import type { ScoredPicture } from './score';

/** Who wrote the cells that count: 'h' by hand, 'p' printed. */
export type CellScript = 'h' | 'p';

/** A photo of a 9x9 grid with its corners in pixels and the digit of each cell. */
export interface GridPicture {
  readonly name: string;
  /** Top left, top right, bottom right, bottom left. */
  readonly corners: readonly Point[];
  readonly digits: string;
  readonly scripts: string;
  readonly open: () => Promise<File>;
}

const CELLS = 9;
const CORNERS = ['tl', 'tr', 'br', 'bl'] as const;

/** Opens a folder of grid photos: `labels.csv` with the corners, `grid81` and `script81`, row by row, beside `images/`. */
export async function openGridSet(folder: string): Promise<GridPicture[]> {
  const rows = readCsv(await readFile(join(folder, 'labels.csv'), 'utf8'));
  return rows.map((row) => ({
    name: row.file ?? '',
    corners: CORNERS.map((corner) => ({ x: Number(row[`x_${corner}`]), y: Number(row[`y_${corner}`]) })),
    digits: row.grid81 ?? '',
    scripts: row.script81 ?? '',
    open: async () =>
      new File([new Uint8Array(await readFile(join(folder, 'images', row.file ?? '')))], row.file ?? ''),
  }));
}

/**
 * Reads whole photos and yields one entry a cell: the digits whose centers lie in it. Digits beside the grid, which the
 * labels do not know, do not count.
 */
export async function* evaluateGrids(
  pictures: readonly GridPicture[],
  script: CellScript,
  reader: Reader,
): AsyncGenerator<ScoredPicture> {
  for (const picture of pictures) {
    const result = await recognizeFile(await picture.open(), reader);
    const toCell = projection(picture.corners);
    const found = result.ok ? result.value.digits : [];
    const elapsedMs = result.ok ? result.value.elapsedMs : 0;
    for (let index = 0; index < picture.digits.length; index++) {
      if (picture.scripts[index] !== script) continue;
      const digits = found.filter(({ region: { box } }) => {
        const { x, y } = toCell({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
        return Math.floor(x) === index % CELLS && Math.floor(y) === Math.floor(index / CELLS);
      });
      yield {
        name: `${picture.name}#${index}`,
        label: picture.digits[index] ?? '',
        digits: digits.map(({ prediction }) => digitOf(prediction)),
        elapsedMs,
      };
    }
  }
}

/** The projective map that takes the four corners to the corners of a grid of unit cells (Heckbert 1989). */
export function projection(corners: readonly Point[]): (point: Point) => Point {
  const targets = [
    [0, 0],
    [CELLS, 0],
    [CELLS, CELLS],
    [0, CELLS],
  ] as const;
  const equations = corners.flatMap(({ x, y }, index) => {
    const [u, v] = targets[index] ?? [0, 0];
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ];
  });
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = solve(equations);
  return ({ x, y }) => {
    const w = g * x + h * y + 1;
    return { x: (a * x + b * y + c) / w, y: (d * x + e * y + f) / w };
  };
}

/** Gauss-Jordan elimination with row pivoting; each row is one equation, its right side last. */
function solve(rows: number[][]): number[] {
  const count = rows.length;
  for (let column = 0; column < count; column++) {
    const below = rows.slice(column);
    const pivot = below.reduce((best, row) => (Math.abs(row[column]!) > Math.abs(best[column]!) ? row : best));
    rows[rows.indexOf(pivot)] = rows[column]!;
    rows[column] = pivot.map((value) => value / pivot[column]!);
    for (let other = 0; other < count; other++) {
      if (other === column) continue;
      const factor = rows[other]![column]!;
      rows[other] = rows[other]!.map((value, at) => value - factor * rows[column]![at]!);
    }
  }
  return rows.map((row) => row[count]!);
}
