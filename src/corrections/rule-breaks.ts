import { interpretNumber } from '../numbers/interpret-number';
import { cellContents } from './cell-contents';
import type { ColumnRule } from './column-rule';
import { isAddable, isSame, type RuledCell, ruleRow, sumOf } from './column-rules';
import { codeOf, type FixedCharacter, type FixedReading } from './fixed-reading';
import type { SheetTable } from './sheet-table';

/** A cell that breaks the rule of its column, or a total that is not the sum of those above it. */
export interface RuleBreak {
  /** All count from 0. */
  readonly table: number;
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** null: the sum of the column. */
  readonly rule: ColumnRule | null;
  /** What adds up to something else, as written; empty for rules about a single cell. */
  readonly parts: readonly string[];
  /** The characters of each of them. */
  readonly partCharacters: readonly (readonly FixedCharacter[])[];
  /** What they add up to; null for rules about a single cell. */
  readonly sum: number | null;
  /** All characters of the number that breaks it. */
  readonly characters: readonly FixedCharacter[];
}

interface Valued {
  readonly text: string;
  readonly value: number | null;
  readonly characters: readonly FixedCharacter[];
}

const known = new WeakMap<FixedReading, readonly RuleBreak[]>();

/** All that breaks a rule, in the order of the tables. */
export function ruleBreaks(reading: FixedReading): readonly RuleBreak[] {
  const found = known.get(reading) ?? reading.tables.flatMap((_, table) => breaksIn(reading, table));
  known.set(reading, found);
  return found;
}

/** Whether a number breaks a rule. */
export function breaksRule(reading: FixedReading, characters: readonly FixedCharacter[]): boolean {
  const id = characters[0]?.id;
  return ruleBreaks(reading).some((broken) => broken.characters.some((character) => character.id === id));
}

function breaksIn(reading: FixedReading, table: number): readonly RuleBreak[] {
  const sheet = reading.tables[table]!;
  const { columns, rows, hasTotalRow } = sheet;
  if (!hasTotalRow && columns.every(({ rule }) => rule === null)) return [];
  const contents = cellContents(reading);
  const valuedAt = (row: number, column: number): Valued => {
    const numbers = contents.get(rows[row]![column]!.id) ?? [];
    const text = numbers.map((number) => number.map(codeOf).join('')).join(' ');
    return { text, value: interpretNumber(text, reading.convention).value, characters: numbers.flat() };
  };
  const last = hasTotalRow ? rows.length - 1 : rows.length;
  return rows.flatMap((_, row) =>
    columns.flatMap(({ rule }, column): RuleBreak[] => {
      const { text, value, characters } = valuedAt(row, column);
      if (text === '') return [];
      const place = { table, row, column, text, characters };
      const isTotal = row === last;
      const added = rule ? addedColumns(sheet, rule).map((at) => valuedAt(row, at)) : [];
      const cell: RuledCell = { text, value, parts: valuesOf(added) };
      const broken: RuleBreak[] = [];
      if (rule && (!isTotal || ruleRow(rule.id).holdsForTotals) && !ruleRow(rule.id).fits(cell, rule)) {
        const isSum = rule.id === 'sum' && cell.parts !== null;
        broken.push({ ...place, rule, ...partsOf(isSum ? added : []), sum: isSum ? sumOf(cell.parts) : null });
      }
      const above = isTotal && isAddable(rule) ? rows.slice(0, last).map((_row, at) => valuedAt(at, column)) : [];
      const values = valuesOf(above);
      if (isTotal && values && value !== null && !isSame(value, sumOf(values))) {
        broken.push({ ...place, rule: null, ...partsOf(above), sum: sumOf(values) });
      }
      return broken;
    }),
  );
}

/** The places of the columns that a rule adds up. */
function addedColumns({ columns }: SheetTable, rule: ColumnRule): readonly number[] {
  return columns.flatMap(({ id }, at) => (rule.columns?.includes(id) ? [at] : []));
}

/** An empty cell adds nothing. @returns null where the sum is unknown: a cell has no value, or all are empty */
function valuesOf(cells: readonly Valued[]): readonly number[] | null {
  const filled = cells.filter(({ text }) => text !== '');
  const values = filled.flatMap(({ value }) => value ?? []);
  return values.length === filled.length && values.length > 0 ? values : null;
}

function partsOf(cells: readonly Valued[]): Pick<RuleBreak, 'parts' | 'partCharacters'> {
  const filled = cells.filter(({ text }) => text !== '');
  return { parts: filled.map(({ text }) => text), partCharacters: filled.map(({ characters }) => characters) };
}
