import type { RecognizedNumber } from '../contract/recognition';

/** What a person reads in a picture. */
export interface ExpectedCase {
  /** Numbers as written, row by row; undefined where the picture should not be read but refused. */
  readonly rows: readonly (readonly string[])[] | undefined;
  /** To refuse the picture with a message is right as well. */
  readonly mayBeRefused: boolean;
  /** Spaces inside and between numbers do not count. */
  readonly ignoresSpaces: boolean;
}

/** What the reader made of it. */
export interface CaseReading {
  readonly text: string;
  readonly numbers: readonly Pick<RecognizedNumber, 'text' | 'verdict' | 'isStruckOut'>[];
  /** Kind of the failure, when the picture was refused. */
  readonly failure?: string;
}

const EMPTY_CELL = '_';

/**
 * Reads the column `expected`: a row a line, numbers apart by spaces, `_` for an empty cell; `a message`, `(or a
 * message)` and `(spaces ... allowed)` in words.
 */
export function expectedCase(expected: string): ExpectedCase {
  const [, written = '', remark = ''] = /^(.*?)\s*(?:\(([a-z][^)]*)\))?$/is.exec(expected.trim())!;
  if (/^an? (?:clear )?message$/.test(written)) return { rows: undefined, mayBeRefused: true, ignoresSpaces: false };
  return { rows: rowsOf(written), mayBeRefused: /message/.test(remark), ignoresSpaces: /spaces/.test(remark) };
}

export function isCaseRight({ rows, mayBeRefused, ignoresSpaces }: ExpectedCase, reading: CaseReading): boolean {
  if (reading.failure !== undefined || rows === undefined) return mayBeRefused && reading.failure !== undefined;
  const read = rowsOf(reading.text);
  const joined = (of: readonly (readonly string[])[]) =>
    ignoresSpaces ? of.flat().join('') : of.map((numbers) => numbers.join(' ')).join('\n');
  return joined(read) === joined(rows);
}

/** The numbers that are marked sure and stand nowhere in the picture: worse than no answer. */
export function wrongButSure({ rows = [], ignoresSpaces }: ExpectedCase, { numbers }: CaseReading): string[] {
  const left = rows.flat();
  const whole = left.join('');
  return numbers
    .filter(({ verdict, isStruckOut }) => verdict === 'sure' && !isStruckOut)
    .map(({ text }) => text)
    .filter((text) => {
      const place = left.indexOf(withoutGrouping(text));
      if (place >= 0) left.splice(place, 1);
      return place < 0 && !(ignoresSpaces && whole.includes(text));
    });
}

function rowsOf(text: string): string[][] {
  return text
    .split('\n')
    .map((row) => row.split(/\s+/).filter((number) => number !== '' && number !== EMPTY_CELL))
    .filter((row) => row.length > 0)
    .map((row) => row.map(withoutGrouping));
}

/** Commas that group thousands, or lakhs, may stay or go: 1,250,000 and 1250000; the comma of 12,5 stays. */
function withoutGrouping(number: string): string {
  return number.replace(/^(\D*)(\d{1,3}(?:,\d{2,3})*,\d{3})((?:\.\d+)?\D*)$/, (_, before, digits, after) =>
    [before, digits.replaceAll(',', ''), after].join(''),
  );
}
