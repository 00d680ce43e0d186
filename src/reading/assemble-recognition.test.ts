import { describe, expect, it } from 'vitest';
import type { PixelImage } from '../contract/image';
import type { RecognizedDigit, Verdict } from '../contract/recognition';
import { assembleRecognition } from './assemble-recognition';
import { numberGroups } from './number-groups';
import type { ReadNumber } from './read-number';

const page: PixelImage = {
  width: 400,
  height: 200,
  data: new Uint8ClampedArray(),
  originalWidth: 800,
  originalHeight: 600,
};

function digit(x: number, y: number, label: number, verdict: Verdict = 'sure'): RecognizedDigit {
  return {
    region: { box: { x, y, width: 10, height: 20 }, score: 0.9 },
    glyph: { side: 0, data: new Uint8Array() },
    prediction: { ranked: [{ label, probability: 0.9 }], notDigitProbability: 0, verdict },
  };
}

/** The digits as numbers, none of which the line reader had anything to add to. */
function assemble(...digits: RecognizedDigit[]) {
  const rows = numberGroups(digits).map((groups) =>
    groups.map((group): ReadNumber => {
      const characters = group.digits.map((each) => ({ kind: 'digit', digit: each }) as const);
      return { characters, confidence: 0.9, doubts: [], alternatives: [{ text: '407', confidence: 0.1 }] };
    }),
  );
  return assembleRecognition(page, { rows, otherInk: [], tables: [] });
}

describe('assembleRecognition', () => {
  it('of a blank page is empty, in the size of the original', () => {
    expect(assemble()).toEqual({
      imageWidth: 800,
      imageHeight: 600,
      digits: [],
      marks: [],
      numbers: [],
      otherInk: [],
      tables: [],
      lines: [],
      text: '',
    });
  });

  it('reads rows from the top, digits from the left', () => {
    const { text, lines, digits, numbers } = assemble(
      digit(30, 100, 9),
      digit(15, 10, 0),
      digit(0, 10, 4),
      digit(30, 10, 7, 'check'),
      digit(15, 100, 1),
    );
    expect(text).toBe('407\n19');
    expect(lines).toEqual([
      { text: '407', numberIndexes: [0] },
      { text: '19', numberIndexes: [1] },
    ]);
    expect(digits.map(({ prediction }) => prediction.ranked[0]!.label)).toEqual([4, 0, 7, 1, 9]);
    // A number's own text is no alternative to it.
    expect(numbers.map(({ alternatives }) => alternatives.length)).toEqual([0, 1]);
  });

  it('parts numbers far apart on a line by a space', () => {
    const { text, lines, numbers } = assemble(digit(0, 10, 4), digit(12, 10, 2), digit(300, 10, 1), digit(312, 10, 7));
    expect(text).toBe('42 17');
    expect(lines).toEqual([{ text: '42 17', numberIndexes: [0, 1] }]);
    expect(numbers.map(({ value }) => value)).toEqual([42, 17]);
  });

  it('gives boxes in pixels of the original', () => {
    expect(assemble(digit(100, 50, 3)).digits[0]!.region.box).toEqual({ x: 200, y: 150, width: 20, height: 60 });
  });

  it('has the cells of a table with their numbers, empty ones too, in pixels of the original', () => {
    const box = { x: 0, y: 0, width: 40, height: 30 };
    const number = (label: number, column: number): ReadNumber => ({
      characters: [{ kind: 'digit', digit: digit(5 + 40 * column, 5, label) }],
      confidence: 0.9,
      doubts: [],
      alternatives: [],
      cell: { table: 0, row: 0, column },
    });
    const tables = [[[box, { ...box, x: 40 }, { ...box, x: 80 }]]];
    const made = assembleRecognition(page, { rows: [[number(4, 0), number(2, 2)]], otherInk: [], tables });
    expect(made.lines).toEqual([{ text: '4 2', numberIndexes: [0, 1] }]);
    expect(made.tables).toEqual([
      {
        rows: [
          [
            { numberIndex: 0, box: { x: 0, y: 0, width: 80, height: 90 } },
            { numberIndex: null, box: { x: 80, y: 0, width: 80, height: 90 } },
            { numberIndex: 1, box: { x: 160, y: 0, width: 80, height: 90 } },
          ],
        ],
      },
    ]);
  });
});
