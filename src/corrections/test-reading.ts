import { isMarkCode } from '../contract/characters';
import type {
  Candidate,
  CharacterPlace,
  Recognition,
  RecognizedDigit,
  RecognizedMark,
  RecognizedNumber,
  Verdict,
} from '../contract/recognition';
import type { TableLabels } from '../contract/recognized-table';
import { lineOf, numberOf } from '../numbers/number-of';

/** A digit of a made-up page: its most probable labels, 20 x 30 pixels large. */
export function sampleDigit(
  x: number,
  y: number,
  candidates: readonly (readonly [label: number, probability: number])[],
  verdict: Verdict = 'sure',
): RecognizedDigit {
  const ranked: Candidate[] = candidates.map(([label, probability]) => ({ label, probability }));
  return {
    region: { box: { x, y, width: 20, height: 30 }, score: 0.9 },
    prediction: { ranked, notDigitProbability: 0, verdict },
    glyph: { side: 2, data: Uint8Array.from([0, 255, ranked[0]?.label ?? 0, 7]) },
  };
}

/**
 * A page with the given lines, e.g. ['407 -12.5', '9']: characters 30 pixels apart, '?' after one makes it doubtful.
 * Numbers as `changes` says, by their index.
 */
export function sampleRecognition(
  lines: readonly string[],
  changes: Readonly<Record<number, Partial<RecognizedNumber>>> = {},
): Recognition {
  const digits: RecognizedDigit[] = [];
  const marks: RecognizedMark[] = [];
  const numbers: RecognizedNumber[] = [];
  const readingLines = lines.map((line, row) => {
    const places: CharacterPlace[][] = [[]];
    [...line].forEach((character, column) => {
      const isDoubtful = line[column + 1] === '?';
      if (character === ' ') places.push([]);
      else if (isMarkCode(character)) {
        const box = { x: column * 30, y: row * 60, width: 20, height: 30 };
        const mark = { code: character, box, confidence: isDoubtful ? 0.6 : 0.98 } as const;
        const index = marks.push({ ...mark, verdict: isDoubtful ? 'check' : 'sure' }) - 1;
        places.at(-1)!.push({ kind: 'mark', index });
      } else if (character !== '?') {
        const label = Number(character);
        const candidates = [
          [label, isDoubtful ? 0.6 : 0.99] as const,
          [(label + 1) % 10, isDoubtful ? 0.4 : 0.01] as const,
        ];
        const digit = sampleDigit(column * 30, row * 60, candidates, isDoubtful ? 'check' : 'sure');
        places.at(-1)!.push({ kind: 'digit', index: digits.push(digit) - 1 });
      }
    });
    const indexes = places
      .filter((number) => number.length > 0)
      .map((number) => {
        return numbers.push({ ...numberOf(number, { digits, marks }), ...changes[numbers.length] }) - 1;
      });
    return lineOf(indexes, numbers);
  });
  return {
    imageWidth: 400,
    imageHeight: 60 * lines.length,
    digits,
    marks,
    numbers,
    otherInk: [],
    tables: [],
    lines: readingLines,
    text: readingLines.map((line) => line.text).join('\n'),
    modelVersion: 'test-1',
    backend: { name: 'cpu', location: 'page', reason: 'a test' },
    elapsedMs: 1,
  };
}

/** A page that is one table: a row of it a text, cells parted by '|'; 100 x 60 pixels each. */
export function sampleTable(rows: readonly string[]): Recognition {
  const cells = rows.map((row) => row.split('|'));
  const lines = cells.map((row) => row.filter((text) => text !== '').join(' '));
  const page = sampleRecognition(lines.filter((line) => line !== ''));
  let next = 0;
  const table = cells.map((row, at) =>
    row.map((text, column) => ({
      numberIndex: text === '' ? null : next++,
      box: { x: column * 100, y: at * 60, width: 100, height: 60 },
    })),
  );
  return { ...page, tables: [{ rows: table }] };
}

/** A table whose first row, first column or both are printed labels, as the reader tells it. */
export function labelledTable(rows: readonly string[], labels: TableLabels): Recognition {
  const page = sampleTable(rows);
  const [table] = page.tables;
  const isLabel = (index: number) =>
    table!.rows.some((cells, row) =>
      cells.some(
        ({ numberIndex }, column) =>
          numberIndex === index && ((row === 0 && labels.inRow) || (column === 0 && labels.inColumn)),
      ),
    );
  const numbers = page.numbers.map((number, index): RecognizedNumber => {
    return isLabel(index) ? { ...number, isLabel: true } : number;
  });
  const lines = page.lines
    .map(({ numberIndexes }) => lineOf(numberIndexes, numbers))
    .filter((line) => line.numberIndexes.length > 0);
  return {
    ...page,
    numbers,
    lines,
    text: lines.map(({ text }) => text).join('\n'),
    tables: [{ ...table!, labels }],
  };
}
