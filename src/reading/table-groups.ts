import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import type { RecognizedDigit } from '../contract/recognition';
import { boxAround, sharedHeight, sharedWidth } from '../imaging/box';
import type { LaidOutTable } from '../layout/page-layout';
import { readingLines } from '../locate/reading-order';
import { type NumberGroup, partOf, within } from './number-part';

const { oneLineOfCell: ONE_LINE, order } = READING_THRESHOLDS;

/** The numbers of a table, row by row. What stands on further lines of a cell follows it as a number beside the table. */
export function tableGroups(
  { rows }: LaidOutTable,
  table: number,
  digits: readonly RecognizedDigit[],
): NumberGroup[][] {
  return rows
    .map((cells, row) =>
      cells.flatMap((cell, column): NumberGroup[] => {
        const lines = linesOf(cell.digits.map((index) => digits[index]!));
        const longest = lines.reduce((best, line) => (line.length > best.length ? line : best), []);
        return lines.map((line) => {
          const group = { digits: line, part: within(partOf(line, undefined, undefined), cell.box), limits: cell.box };
          return line === longest ? { ...group, cell: { table, row, column } } : group;
        });
      }),
    )
    .filter((groups) => groups.length > 0);
}

/** Lines of digits in a cell, each from left to right. */
function linesOf(digits: readonly RecognizedDigit[]): RecognizedDigit[][] {
  const lines: RecognizedDigit[][] = [];
  for (const { indexes } of readingLines(digits.map(({ region }) => region.box))) {
    const line = indexes.map((index) => digits[index]!);
    const before = lines.at(-1);
    if (before && areOneLine(before, line)) {
      before.push(...line);
      before.sort((a, b) => a.region.box.x - b.region.box.x);
    } else lines.push(line);
  }
  return lines;
}

function areOneLine(a: readonly RecognizedDigit[], b: readonly RecognizedDigit[]): boolean {
  const [one, other] = [boxAround(a.map(({ region }) => region.box)), boxAround(b.map(({ region }) => region.box))];
  return (
    sharedHeight(one, other) >= ONE_LINE * Math.min(one.height, other.height) &&
    sharedWidth(one, other) < order.sharedColumns * Math.min(one.width, other.width)
  );
}
