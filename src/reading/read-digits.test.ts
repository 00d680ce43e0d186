import { describe, expect, it } from 'vitest';
import type { RecognizedDigit, Verdict } from '../contract/recognition';
import { partTouching, type ReadPair } from './read-digits';

function digit(
  x: number,
  width: number,
  label: number,
  probability = 0.98,
  verdict: Verdict = 'sure',
): RecognizedDigit {
  return {
    region: { box: { x, y: 0, width, height: 60 }, score: 0.7 },
    prediction: { ranked: [{ label, probability }], notDigitProbability: 0, verdict },
    glyph: { side: 0, data: new Uint8Array() },
  };
}

const labels = (digits: readonly RecognizedDigit[]) =>
  [...digits].sort((a, b) => a.region.box.x - b.region.box.x).map(({ prediction }) => prediction.ranked[0]?.label);

/** 6 and 4 touch: both boxes reach over both, and one of them was kept. */
const kept = digit(10, 70, 4, 0.6, 'check');
const hidden = digit(30, 70, 4);
const pair = (left: RecognizedDigit, right: RecognizedDigit): ReadPair => ({
  members: [kept.region, hidden.region],
  partings: [
    [digit(10, 36, 6, 0.4), digit(46, 54, 4, 0.9)],
    [left, right],
  ],
});

describe('partTouching', () => {
  it('puts two sure halves in place of the digit that stood for both, by the surest cut', () => {
    const parted = partTouching([digit(200, 40, 1), kept], [pair(digit(10, 45, 6), digit(55, 45, 4))]);
    expect(labels(parted)).toEqual([6, 4, 1]);
  });

  it('leaves the digit whole when a half is doubtful', () => {
    const digits = [kept, digit(200, 40, 1)];
    expect(partTouching(digits, [pair(digit(10, 45, 6, 0.8), digit(55, 45, 4))])).toEqual(digits);
  });

  it('leaves it whole where another digit has the place of a half', () => {
    const digits = [kept, digit(60, 40, 9)];
    expect(partTouching(digits, [pair(digit(10, 45, 6), digit(55, 45, 4))])).toEqual(digits);
  });

  it('parts nothing where no digit was believed', () => {
    expect(partTouching([], [pair(digit(10, 45, 6), digit(55, 45, 4))])).toEqual([]);
  });
});
