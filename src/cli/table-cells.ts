import type { Point } from '../contract/image';
import type { Recognition } from '../contract/recognition';
import type { Reader } from '../reading/reader';
import { digitOf, numberOf } from './evaluate-stages';
import { recognizeFile } from './recognize-file';
import type { ScoredPicture } from './score';

/** A picture of a table whose cells are known. */
export interface TablePicture {
  readonly name: string;
  /** The digits of each cell; '' of an empty one. */
  readonly labels: readonly string[];
  /** Which of them are printed labels; absent where none are. */
  readonly printed?: ReadonlySet<number>;
  /** Index of the cell at a point of the picture; undefined beside all of them. */
  readonly cellAt: (point: Point) => number | undefined;
  readonly open: () => Promise<File>;
}

/** Stands for the text of a cell that is none in the reading: it is wrong whatever its label. */
const NO_CELL = 'no cell';

/** Reads whole pictures and yields one entry a cell: what the table that was found has there. */
export async function* evaluateTables(
  pictures: readonly TablePicture[],
  reader: Reader,
): AsyncGenerator<ScoredPicture> {
  for (const picture of pictures) {
    const result = await recognizeFile(await picture.open(), reader);
    yield* result.ok ? scoredCells(picture, result.value) : [];
  }
}

/**
 * A cell is right when exactly one cell of a table has its middle in it, that one's number reads as the label says (or
 * there is none in an empty one), and no other number stands in it.
 */
export function scoredCells({ name, labels, cellAt }: TablePicture, reading: Recognition): ScoredPicture[] {
  const middles = (box: { x: number; y: number; width: number; height: number }) =>
    cellAt({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
  const found = labels.map((): (number | null)[] => []);
  for (const cell of reading.tables.flatMap(({ rows }) => rows.flat())) {
    const index = middles(cell.box);
    if (index !== undefined) found[index]!.push(cell.numberIndex);
  }
  const inside = labels.map((): number[] => []);
  reading.numbers.forEach((number, index) => {
    const cell = middles(number.box);
    if (cell !== undefined && !number.isStruckOut) inside[cell]!.push(index);
  });
  return labels.map((label, index): ScoredPicture => {
    const numbers = [...new Set([...found[index]!.flatMap((one) => one ?? []), ...inside[index]!])];
    const read = numbers.map((one) => reading.numbers[one]!);
    const isCell = found[index]!.length === 1 && (numbers.length === 0 || numbers[0] === found[index]![0]);
    const text = read.map((one) => one.text.replace(/\D/g, '')).join(' ');
    return {
      name: `${name}#${index}`,
      label,
      digits: read
        .flatMap(({ characters }) => characters.filter(({ kind }) => kind === 'digit'))
        .map((place) => digitOf(reading.digits[place.index]!.prediction)),
      elapsedMs: reading.elapsedMs,
      text: isCell ? text : `${NO_CELL} ${text}`,
      // An empty cell that is left empty has no verdict.
      ...(label !== '' && { numbers: read.map(numberOf) }),
    };
  });
}
