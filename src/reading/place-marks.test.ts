import { describe, expect, it } from 'vitest';
import type { MarkCode } from '../contract/characters';
import type { Box } from '../contract/image';
import { placeMarks } from './place-marks';
import type { ReadCharacter, ReadNumber } from './read-number';

const digit = (box: Box): ReadCharacter => ({
  kind: 'digit',
  digit: {
    region: { box, score: 0.9 },
    glyph: { side: 0, data: new Uint8Array() },
    prediction: { ranked: [{ label: 4, probability: 0.99 }], notDigitProbability: 0, verdict: 'sure' },
  },
});

const mark = (code: MarkCode, box: Box): ReadCharacter => ({
  kind: 'mark',
  mark: { code, box, confidence: 0.9, verdict: 'sure' },
});

const number = (...characters: ReadCharacter[]): ReadNumber => ({
  characters,
  confidence: 0.9,
  doubts: [],
  alternatives: [],
});

/** A number `4,4` whose comma was seen in a column between the digits. */
const LEFT = { x: 0, y: 10, width: 12, height: 20 };
const RIGHT = { x: 30, y: 10, width: 12, height: 20 };
const COLUMN = { x: 16, y: 10, width: 8, height: 20 };
const COMMA = { x: 17, y: 26, width: 4, height: 9 };
const withComma = number(digit(LEFT), mark(',', COLUMN), digit(RIGHT));

const pieces = (...boxes: Box[]) => boxes.map((box) => ({ box, fill: 0.5 }));

function markBoxes(rows: ReadNumber[][]): Box[] {
  return rows
    .flat()
    .flatMap(({ characters }) => characters.flatMap((each) => (each.kind === 'mark' ? [each.mark.box] : [])));
}

describe('placeMarks', () => {
  it('puts a mark around its ink, not around that of digits or of other lines', () => {
    const below = { x: 17, y: 60, width: 4, height: 9 };
    expect(markBoxes(placeMarks([[withComma]], pieces(LEFT, COMMA, RIGHT, below)))).toEqual([COMMA]);
  });

  it('takes all pieces of a mark that has several', () => {
    const percent = number(digit(LEFT), mark('%', { x: 20, y: 10, width: 16, height: 20 }));
    const parts = [
      { x: 20, y: 10, width: 5, height: 5 },
      { x: 24, y: 10, width: 8, height: 20 },
      { x: 32, y: 24, width: 5, height: 5 },
    ];
    expect(markBoxes(placeMarks([[percent]], pieces(...parts)))).toEqual([{ x: 20, y: 10, width: 17, height: 20 }]);
  });

  it('keeps the column where no ink is found', () => {
    expect(markBoxes(placeMarks([[withComma]], pieces(LEFT, RIGHT)))).toEqual([COLUMN]);
  });

  it('leaves out a lone digit that is the ink of a mark, and no other', () => {
    const alone = number(digit({ x: 16, y: 25, width: 6, height: 11 }));
    const elsewhere = number(digit({ x: 100, y: 60, width: 12, height: 20 }));
    expect(placeMarks([[withComma], [alone], [elsewhere]], pieces(COMMA))).toHaveLength(2);
  });
});
