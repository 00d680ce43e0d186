import { DEFAULT_SCRIPT, type NumeralScriptId } from '../contract/numeral-scripts';
import type { CharacterPlace, Recognition, RecognizedNumber } from '../contract/recognition';
import { codeOf, type FixedCharacter, type FixedReading } from './fixed-reading';
import { withoutLabels } from './sheet-labels';
import { cellsAsRead, type SheetCell, type SheetTable, sheetTables } from './sheet-table';

/** The reading before any correction. */
export function uncorrected(recognition: Recognition): FixedReading {
  const { digits, marks, numbers } = recognition;
  const cells = cellsAsRead(recognition);
  const charactersAt = (numberIndex: number, hasNext: boolean) => {
    const places = numbers[numberIndex]?.characters ?? [];
    return places.flatMap((place, at): FixedCharacter[] => {
      const character = characterAsRead(place, recognition, numberIndex);
      const isBeforeGap = at === places.length - 1 && hasNext;
      return character ? [{ ...character, cell: cells.get(numberIndex) ?? null, isBeforeGap }] : [];
    });
  };
  const lines = recognition.lines.map(({ numberIndexes }) =>
    numberIndexes.flatMap((index, position) => charactersAt(index, position < numberIndexes.length - 1)),
  );
  const labels = numbers.flatMap(({ isLabel }, index) => (isLabel ? [charactersAt(index, true)] : []));
  const tables = sheetTables(recognition).map((table, at) => {
    const found = recognition.tables[at]?.labels;
    return found ? withoutLabels(table, found, namesBy(labels, table)) : table;
  });
  return {
    lines: lines.filter((line) => line.length > 0),
    removed: [],
    leftOut: [],
    numbersAsRead: numbers.map((number) => ({ ...number, isUnclearAsWhole: isUnclearAsWhole(number, recognition) })),
    nextId: digits.length + marks.length,
    script: usualScript(recognition),
    tables,
    labels,
    convention: recognition.fit?.expectation.convention ?? 'any',
  };
}

/** The script of most digits; where there are none, the one that was asked for. */
function usualScript({ digits, script }: Recognition): NumeralScriptId {
  const counts = new Map<NumeralScriptId, number>();
  for (const digit of digits) {
    const its = digit.script ?? DEFAULT_SCRIPT;
    counts.set(its, (counts.get(its) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? (script === 'auto' ? DEFAULT_SCRIPT : (script ?? DEFAULT_SCRIPT));
}

function isUnclearAsWhole({ verdict, doubts, characters }: RecognizedNumber, { digits, marks }: Recognition): boolean {
  if (verdict === 'sure' || (doubts.length > 0 && !doubts.includes('unclear-character'))) return false;
  return characters.every(({ kind, index }) => {
    return (kind === 'digit' ? digits[index]?.prediction.verdict : marks[index]?.verdict) === 'sure';
  });
}

/** A character of a number before any correction; null where the recognition has none. */
function characterAsRead(
  { kind, index }: CharacterPlace,
  { digits, marks }: Recognition,
  numberIndex: number,
): FixedCharacter | null {
  const rest = { numberIndex, cell: null, isBeforeGap: false };
  if (kind === 'mark') {
    const [mark, id] = [marks[index], digits.length + index];
    const unread = { script: DEFAULT_SCRIPT, prediction: null, glyph: null };
    if (!mark) return null;
    const { box, code, verdict: status, chosenToFit } = mark;
    return { id, box, code, status, mark, ...unread, ...rest, ...(chosenToFit && { chosenToFit }) };
  }
  const digit = digits[index];
  if (!digit) return null;
  const { prediction, glyph, region, chosenToFit, script = DEFAULT_SCRIPT } = digit;
  const best = prediction.ranked[0]?.label;
  return {
    id: index,
    box: region.box,
    code: best === undefined ? null : String(best),
    script,
    status: prediction.verdict === 'sure' ? 'sure' : 'check',
    prediction,
    glyph,
    mark: null,
    ...rest,
    ...(chosenToFit && { chosenToFit }),
  };
}

/** What labels above a table name its columns, if the reader is sure of each of them. */
function namesBy(labels: FixedReading['labels'], { rows }: SheetTable): (cell: SheetCell) => string {
  const above = (rows[0] ?? []).map(({ id }) => labels.filter((label) => label[0]?.cell === id));
  const isSure = above.flat(2).every(({ status }) => status === 'sure');
  return ({ id }) =>
    isSure
      ? labels
          .filter((label) => label[0]?.cell === id)
          .map(textOf)
          .join(' ')
      : '';
}

function textOf(characters: readonly FixedCharacter[]): string {
  return characters.map(codeOf).join('');
}
