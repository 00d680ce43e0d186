import { describe, expect, it } from 'vitest';
import type { RecognizedDigit } from '../contract/recognition';
import { numberGroups } from './number-groups';

const digit = (x: number, y = 10): RecognizedDigit => ({
  region: { box: { x, y, width: 12, height: 20 }, score: 0.9 },
  glyph: { side: 0, data: new Uint8Array() },
  prediction: { ranked: [{ label: 1, probability: 0.9 }], notDigitProbability: 0, verdict: 'sure' },
});

const lengths = (rows: ReturnType<typeof numberGroups>) => rows.map((row) => row.map(({ digits }) => digits.length));

describe('numberGroups', () => {
  const columns = [0, 14, 70, 84, 140, 154].map((x) => digit(x));

  it('parts the columns of a table at its empty gaps', () => {
    expect(lengths(numberGroups(columns))).toEqual([[2, 2, 2]]);
  });

  it('keeps together what a mark joins', () => {
    const dash = { box: { x: 42, y: 19, width: 14, height: 3 }, fill: 0.9 };
    expect(lengths(numberGroups(columns.slice(0, 4), [dash]))).toEqual([[4]]);
  });

  it('keeps evenly spaced digits together, as boxes of a form space them', () => {
    expect(lengths(numberGroups([0, 40, 80, 120].map((x) => digit(x))))).toEqual([[4]]);
  });

  it('follows the slope of a line', () => {
    const [group] = numberGroups([0, 20, 40, 60].map((x) => digit(x, 10 + x / 5))).flat();
    expect(group?.part.slope).toBeCloseTo(0.2, 5);
  });

  it('cuts at most halfway to the next number of the row', () => {
    const [left, right] = numberGroups(columns.slice(0, 4)).flat();
    expect(left!.part.box.x + left!.part.box.width).toBeLessThanOrEqual(48);
    expect(right!.part.box.x).toBeGreaterThanOrEqual(48);
  });
});
