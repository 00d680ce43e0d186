import { describe, expect, it } from 'vitest';
import type { InkComponent } from '../imaging/ink-components';
import { explainInk } from './explain-ink';
import type { ReadNumber } from './read-number';

const number: ReadNumber = {
  characters: [0, 20].map((x) => ({
    kind: 'digit',
    digit: {
      region: { box: { x, y: 10, width: 12, height: 20 }, score: 0.9 },
      glyph: { side: 0, data: new Uint8Array() },
      prediction: { ranked: [{ label: 4, probability: 0.99 }], notDigitProbability: 0, verdict: 'sure' },
    },
  })),
  confidence: 0.99,
  doubts: [],
  alternatives: [],
};

const doubtsWith = (x: number, y: number, width: number, height: number, fill = 0.5) => {
  const component: InkComponent = { box: { x, y, width, height }, fill };
  const { rows, otherInk } = explainInk({ rows: [[number]], otherInk: [], tables: [] }, [component], {
    width: 400,
    height: 60,
  });
  return [rows[0]![0]!.doubts, otherInk.map(({ kind }) => kind)];
};

describe('explainInk', () => {
  it.each([
    ['right beside a number', 40, 10, 10, 20],
    ['before it', -14, 12, 4, 17],
  ] as const)('doubts a number with ink of a digit’s size %s', (_, x, y, width, height) => {
    expect(doubtsWith(x, y, width, height)).toEqual([['unexplained-ink'], ['unexplained']]);
  });

  it.each([
    ['a digit’s own ink', 21, 11, 10, 18, 0.5],
    ['a speck', 40, 18, 3, 3, 0.9],
    ['a ruling', -40, 24, 120, 3, 0.9],
    ['the side of a frame', 40, 5, 3, 30, 0.9],
    ['a line at the picture’s side', -18, 8, 3, 23, 0.9],
    ['a frame around it', -5, 2, 45, 38, 0.08],
    ['ink on another line', 10, 60, 10, 20, 0.5],
    ['ink far away', 90, 10, 10, 20, 0.5],
  ] as const)('passes over %s', (_, x, y, width, height, fill) => {
    expect(doubtsWith(x, y, width, height, fill)).toEqual([[], []]);
  });
});
