import type { RecognizedTable } from '../contract/recognized-table';
import { sampleRecognition } from '../corrections/test-reading';
import { uncorrected } from '../corrections/uncorrected';
import type { ChosenConvention } from '../numbers/number-conventions';
import type { ExportedPicture } from './exported-picture';

interface PictureOptions {
  readonly convention?: ChosenConvention;
  readonly tables?: readonly RecognizedTable[];
}

/** A picture with the given lines: see `sampleRecognition`. */
export function testPicture(
  name: string,
  lines: readonly string[],
  { convention = 'any', tables = [] }: PictureOptions = {},
): ExportedPicture {
  const recognition = { ...sampleRecognition(lines), tables };
  return {
    name,
    createdAt: Date.UTC(2026, 10, 22, 14, 5),
    failure: null,
    read: { recognition, reading: { ...uncorrected(recognition), convention } },
  };
}

/** A table with the numbers at the given indexes, its rows from `y` on. */
export function testTable(indexes: readonly (readonly (number | null)[])[], y = 0): RecognizedTable {
  const boxAt = (row: number, column: number) => ({ x: column * 90, y: y + row * 60, width: 90, height: 60 });
  return {
    rows: indexes.map((row, at) => row.map((numberIndex, column) => ({ numberIndex, box: boxAt(at, column) }))),
  };
}
