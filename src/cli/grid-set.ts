import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Point } from '../contract/image';
import { homography } from '../imaging/homography';
import type { Reader } from '../reading/reader';
import { digitOf } from './evaluate-stages';
import { readCsv } from './read-csv';
import { recognizeFile } from './recognize-file';
import type { ScoredPicture } from './score';
import type { TablePicture } from './table-cells';

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

/** The projective map that takes the four corners to the corners of a grid of unit cells. */
export function projection(corners: readonly Point[]): (point: Point) => Point {
  return homography(corners, [
    { x: 0, y: 0 },
    { x: CELLS, y: 0 },
    { x: CELLS, y: CELLS },
    { x: 0, y: CELLS },
  ]);
}

/** The same pictures with all their cells, empty ones too. */
export function gridTables(pictures: readonly GridPicture[]): TablePicture[] {
  return pictures.map(({ name, corners, digits, open }) => {
    const toCell = projection(corners);
    const cellAt = (point: Point) => {
      const { x, y } = toCell(point);
      const isInside = x >= 0 && y >= 0 && x < CELLS && y < CELLS;
      return isInside ? Math.floor(y) * CELLS + Math.floor(x) : undefined;
    };
    return { name, labels: [...digits].map((digit) => digit.replace(/\D/, '')), cellAt, open };
  });
}
