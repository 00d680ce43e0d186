import type { Box } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import type { Row } from './rows';
import type { Slope } from './slope';

const COLUMNS = READING_THRESHOLDS.layout.columns;

/** Digits of a row without a wide gap between them. */
export interface Token {
  readonly row: number;
  readonly digits: readonly number[];
  /** Edges on a page whose columns stand upright. */
  readonly left: number;
  readonly right: number;
}

/** The pieces of a row that wide gaps part. */
export function tokensOf(
  { indexes }: Row,
  row: number,
  boxes: readonly Box[],
  slope: Slope,
  digitHeight: number,
): Token[] {
  const groups: number[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const index of indexes) {
    const { x, width } = boxes[index]!;
    if (x - end > COLUMNS.wordGap * digitHeight) groups.push([]);
    groups.at(-1)!.push(index);
    end = Math.max(end, x + width);
  }
  return groups.map((digits) => {
    const upright = digits.map((index) => {
      const { x, y, width, height } = boxes[index]!;
      const shift = slope.at(x, y) * (y + height / 2);
      return [x + shift, x + width + shift] as const;
    });
    return { row, digits, left: Math.min(...upright.map(([x]) => x)), right: Math.max(...upright.map(([, x]) => x)) };
  });
}

/** Which column each token is in, from left to right; undefined when the tokens make no table. */
export function columnsOf(tokens: readonly Token[], digitHeight: number): Map<Token, number> | undefined {
  const groups = apart(oneColumn(linked(tokens, digitHeight), digitHeight), digitHeight).filter(
    (group) => rowsIn(group) >= COLUMNS.least,
  );
  const conflicts = groups.reduce((sum, group) => sum + sideBySide(group, digitHeight), 0);
  const rows = new Set(groups.flat().map(({ row }) => row)).size;
  if (groups.length < COLUMNS.least || rows < COLUMNS.least || conflicts > COLUMNS.mostConflicts * tokens.length)
    return undefined;
  const order = [...groups].sort((a, b) => middleOf(a) - middleOf(b));
  const several = new Map<number, number>();
  for (const { row } of groups.flat()) several.set(row, (several.get(row) ?? 0) + 1);
  const parted = [...several.values()].filter((count) => count > 1).length;
  if (parted < COLUMNS.least || parted < COLUMNS.parted * rows) return undefined;
  return new Map(order.flatMap((group, column) => group.map((token) => [token, column] as const)));
}

/** Pairs of a column that stand side by side with a wide gap between them. */
function sideBySide(group: readonly Token[], digitHeight: number): number {
  const pairs = group.flatMap((left) =>
    group.filter((right) => right.row === left.row && right.left > left.right).map((right) => right.left - left.right),
  );
  return pairs.filter((gap) => gap > COLUMNS.columnGap * digitHeight).length;
}

function rowsIn(group: readonly Token[]): number {
  return new Set(group.map(({ row }) => row)).size;
}

function middleOf(group: readonly Token[]): number {
  return group.reduce((sum, { left, right }) => sum + (left + right) / 2, 0) / group.length;
}

/** Tokens that stand one under the other. */
function linked(tokens: readonly Token[], digitHeight: number): Token[][] {
  const groupOf = new Map<Token, Token[]>(tokens.map((token) => [token, [token]]));
  const join = (a: Token, b: Token) => {
    const [one, other] = [groupOf.get(a)!, groupOf.get(b)!];
    if (one === other) return;
    one.push(...other);
    for (const token of other) groupOf.set(token, one);
  };
  for (const token of tokens) {
    for (let down = 1; down <= COLUMNS.emptyRows; down++) {
      const below = tokens
        .filter(({ row }) => row === token.row + down)
        .filter((other) => isUnder(token, other, digitHeight));
      for (const other of below) join(token, other);
      if (below.length > 0) break;
    }
  }
  return [...new Set(groupOf.values())];
}

function isUnder(a: Token, b: Token, digitHeight: number): boolean {
  const margin = COLUMNS.underMargin * digitHeight;
  const shared = Math.min(a.right, b.right) - Math.max(a.left, b.left) + 2 * margin;
  return shared > COLUMNS.under * Math.min(a.right - a.left, b.right - b.left) + margin;
}

/** Joins neighboring groups that never stand side by side in a row: short numbers at the left and at the right of one column. */
function oneColumn(groups: readonly Token[][], digitHeight: number): Token[][] {
  const columns: Token[][] = [];
  for (const group of [...groups].sort((a, b) => middleOf(a) - middleOf(b))) {
    const before = columns.at(-1);
    if (before && !doShareRow(before, group) && distance(before, group) < COLUMNS.columnGap * digitHeight)
      before.push(...group);
    else columns.push([...group]);
  }
  return columns;
}

function doShareRow(a: readonly Token[], b: readonly Token[]): boolean {
  const rows = new Set(a.map(({ row }) => row));
  return b.some(({ row }) => rows.has(row));
}

/** Empty space between two groups, as if all their rows were one. */
function distance(a: readonly Token[], b: readonly Token[]): number {
  return Math.min(...b.map(({ left }) => left)) - Math.max(...a.map(({ right }) => right));
}

/** Joins neighboring columns where only word gaps stand between them. */
function apart(groups: readonly Token[][], digitHeight: number): Token[][] {
  const order = [...groups].sort((a, b) => middleOf(a) - middleOf(b));
  const result: Token[][] = [];
  for (const group of order) {
    const before = result.at(-1);
    const gaps = before ? gapsBetween(before, group) : [];
    const usual = [...gaps].sort((a, b) => a - b)[gaps.length >> 1];
    if (before && usual !== undefined && usual < COLUMNS.columnGap * digitHeight) before.push(...group);
    else result.push([...group]);
  }
  return result;
}

function gapsBetween(a: readonly Token[], b: readonly Token[]): number[] {
  return a.flatMap((left) => {
    const ends = a.filter(({ row }) => row === left.row).map(({ right }) => right);
    if (Math.max(...ends) !== left.right) return [];
    const starts = b.filter(({ row }) => row === left.row).map((right) => right.left);
    return starts.length > 0 ? [Math.min(...starts) - left.right] : [];
  });
}
