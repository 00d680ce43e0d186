import type { Box } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import type { RecognizedDigit } from '../contract/recognition';
import { centerX, centerY } from '../imaging/box';
import type { InkComponent } from '../imaging/ink-components';
import type { LaidOutTable } from '../layout/page-layout';
import { readingLines } from '../locate/reading-order';
import { type NumberGroup, partOf } from './number-part';
import { tableGroups } from './table-groups';

const GROUP = READING_THRESHOLDS.group;

/**
 * Groups digits into numbers, row by row in reading order: each cell of a table is a number of its own. Outside of tables
 * a wide gap parts two numbers, a narrower one does where no mark stands in it.
 *
 * @param components pieces of ink on the page
 * @param tables cells that hold the digits, by their indexes
 */
export function numberGroups(
  digits: readonly RecognizedDigit[],
  components: readonly InkComponent[] = [],
  tables: readonly LaidOutTable[] = [],
): NumberGroup[][] {
  const inTables = new Set(tables.flatMap(({ rows }) => rows.flat().flatMap((cell) => cell.digits)));
  const plain = plainGroups(
    digits.filter((_, index) => !inTables.has(index)),
    components,
  );
  if (tables.length === 0) return plain;
  const blocks = [...plain.map((row) => [row]), ...tables.map((table, index) => tableGroups(table, index, digits))];
  const top = (block: NumberGroup[][]) => Math.min(...block.flat().map(({ part }) => centerY(part.box)));
  return blocks
    .filter((block) => block.length > 0)
    .sort((a, b) => top(a) - top(b))
    .flat();
}

function plainGroups(digits: readonly RecognizedDigit[], components: readonly InkComponent[]): NumberGroup[][] {
  const rows = readingLines(digits.map(({ region }) => region.box)).map(({ indexes, gapsAfter }) => {
    const row = indexes.map((index) => digits[index]!);
    const isEmpty = emptyGaps(
      row.map(({ region }) => region.box),
      components,
    );
    const groups: RecognizedDigit[][] = [[]];
    row.forEach((digit, position) => {
      groups.at(-1)!.push(digit);
      if (gapsAfter[position] || isEmpty[position]) groups.push([]);
    });
    return groups.filter((group) => group.length > 0);
  });
  return rows.map((groups) =>
    groups.map((group, index) => ({ digits: group, part: partOf(group, groups[index - 1], groups[index + 1]) })),
  );
}

/** After which boxes of a row a word gap follows. */
function emptyGaps(row: readonly Box[], components: readonly InkComponent[]): boolean[] {
  const gaps = row.slice(1).map((next, index) => Math.max(0, next.x - row[index]!.x - row[index]!.width));
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(GROUP.usualGap * (gaps.length - 1))] ?? 0;
  return gaps.map((gap, index) => {
    const [left, right] = [row[index]!, row[index + 1]!];
    const height = Math.max(left.height, right.height);
    return (
      gap >= GROUP.emptyGap.heights * height &&
      gap >= GROUP.emptyGap.times * usual &&
      !components.some(({ box }) => fills(box, left, right, height))
    );
  });
}

function fills(box: Box, left: Box, right: Box, height: number): boolean {
  const middle = centerX(box);
  return (
    middle > left.x + left.width &&
    middle < right.x &&
    box.height >= GROUP.filling.least * height &&
    box.height <= GROUP.filling.most * height &&
    centerY(box) > Math.min(left.y, right.y) - GROUP.filling.above * height &&
    centerY(box) < Math.max(left.y + left.height, right.y + right.height) + GROUP.filling.below * height
  );
}
