import type { OtherInk, Recognition, RecognizedNumber } from '../contract/recognition';
import { lineOf, numberOf } from './number-of';

type Layout = Pick<Recognition, 'digits' | 'marks' | 'numbers' | 'otherInk' | 'tables' | 'lines' | 'text'>;

/**
 * A reading without its marks, for people who want digits alone: numbers and text are made of the digits, and the ink of
 * the marks is left out.
 */
export function digitsOnly<Reading extends Layout>(reading: Reading): Reading {
  const characters = { digits: reading.digits, marks: [] };
  const numbers: RecognizedNumber[] = [];
  const indexes = reading.numbers.map((number) => {
    const places = number.characters.filter(({ kind }) => kind === 'digit');
    if (places.length === 0) return null;
    const { doubts, isStruckOut } = number;
    const made = numberOf(places, characters);
    const kept = doubts.filter((doubt) => doubt !== 'impossible-grouping' && doubt !== 'unclear-character');
    const all = [...made.doubts, ...kept];
    return numbers.push({ ...made, isStruckOut, doubts: all, verdict: all.length > 0 ? 'check' : 'sure' }) - 1;
  });
  const lines = reading.lines
    .map(({ numberIndexes }) =>
      lineOf(
        numberIndexes.flatMap((index) => indexes[index] ?? []),
        numbers,
      ),
    )
    .filter((line) => line.numberIndexes.length > 0);
  const tables = reading.tables.map(({ rows }) => ({
    rows: rows.map((row) =>
      row.map(({ box, numberIndex }) => ({ box, numberIndex: numberIndex === null ? null : indexes[numberIndex]! })),
    ),
  }));
  const leftOut = reading.marks.map(({ box }): OtherInk => ({ kind: 'left-out', box }));
  return {
    ...reading,
    marks: [],
    numbers,
    otherInk: [...reading.otherInk, ...leftOut],
    tables,
    lines,
    text: lines.map((line) => line.text).join('\n'),
  };
}
