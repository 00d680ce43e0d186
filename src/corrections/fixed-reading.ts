import type { Box } from '../contract/image';
import type { Glyph, Prediction, Recognition, RecognizedDigit } from '../contract/recognition';

/** sure, check: as the reader judged it. accepted: a person agreed with the reader. edited: a person said what it is. */
export type Mark = 'sure' | 'check' | 'accepted' | 'edited';

/** A digit as it stands after correction by hand. */
export interface FixedDigit {
  /** Never used for another digit of the same picture; the digits of the recognition have their indexes. */
  readonly id: number;
  /** In pixels of the upright original. */
  readonly box: Box;
  /** null: a digit stands here, and nobody has said yet which. */
  readonly label: number | null;
  readonly mark: Mark;
  /** null where the reader was not asked, as for a digit that was typed in. */
  readonly prediction: Prediction | null;
  readonly glyph: Glyph | null;
  /** A space follows: another number begins. Never for the last of a line. */
  readonly isBeforeGap: boolean;
  /** How the reader chose it to fit what was expected; what a person said since then counts more. */
  readonly chosenToFit?: NonNullable<RecognizedDigit['chosenToFit']>;
}

/** A reading after correction, in reading order. */
export interface FixedReading {
  /** Lines from top to bottom, digits from left to right; no line is empty. */
  readonly lines: readonly (readonly FixedDigit[])[];
  /** What was taken out by hand, to be shown as such. */
  readonly removed: readonly FixedDigit[];
  readonly nextId: number;
}

/** The reading before any correction. */
export function uncorrected(recognition: Recognition): FixedReading {
  const lines = recognition.lines.map(({ numberIndexes }) =>
    numberIndexes.flatMap((index, position) => {
      const places = recognition.numbers[index]?.characters ?? [];
      return places.flatMap(({ kind, index: id }, at): FixedDigit[] => {
        const digit = recognition.digits[id];
        if (kind !== 'digit' || !digit) return [];
        const { prediction, glyph, region, chosenToFit } = digit;
        const label = prediction.ranked[0]?.label ?? null;
        const mark = prediction.verdict === 'sure' ? 'sure' : 'check';
        const isBeforeGap = at === places.length - 1 && position < numberIndexes.length - 1;
        const fixed = { id, box: region.box, label, mark, prediction, glyph, isBeforeGap } as const;
        return [chosenToFit ? { ...fixed, chosenToFit } : fixed];
      });
    }),
  );
  return { lines: lines.filter((line) => line.length > 0), removed: [], nextId: recognition.digits.length };
}

/** All digits in reading order. */
export function digitsOf(reading: FixedReading): readonly FixedDigit[] {
  return reading.lines.flat();
}

export function findDigit(reading: FixedReading, id: number): FixedDigit | null {
  return digitsOf(reading).find((digit) => digit.id === id) ?? null;
}

/** Character of a digit; an empty place reads '_'. */
export function characterOf({ label }: FixedDigit): string {
  return label === null ? '_' : String(label);
}

/** A line as text, with a space between two numbers. */
export function lineText(line: readonly FixedDigit[]): string {
  return line.map((digit) => characterOf(digit) + (digit.isBeforeGap ? ' ' : '')).join('');
}

/** The lines joined by newlines. */
export function readingText(reading: FixedReading): string {
  return reading.lines.map(lineText).join('\n');
}

/** A line's numbers: its digits, parted where a space stands. */
export function numbersOf(line: readonly FixedDigit[]): readonly (readonly FixedDigit[])[] {
  const numbers: FixedDigit[][] = [[]];
  for (const digit of line) {
    numbers.at(-1)?.push(digit);
    if (digit.isBeforeGap) numbers.push([]);
  }
  return numbers.filter((number) => number.length > 0);
}

/**
 * The next digit that asks for a look, after the given one and then from the start.
 *
 * @param after id of a digit, which need not be there anymore
 * @returns null when there is none left besides it
 */
export function nextOpenCheck(reading: FixedReading, after: number | null): FixedDigit | null {
  const digits = digitsOf(reading);
  const at = digits.findIndex((digit) => digit.id === after);
  const inTurn = [...digits.slice(at + 1), ...digits.slice(0, Math.max(at, 0))];
  return inTurn.find((digit) => digit.mark === 'check') ?? null;
}
