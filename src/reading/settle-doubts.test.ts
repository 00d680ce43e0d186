import { describe, expect, it } from 'vitest';
import type { RecognizedDigit } from '../contract/recognition';
import { placesBeside, settleDoubts } from './settle-doubts';

const place = (x: number, { y = 0, width = 20, height = 30, score = 0.3 } = {}) => ({
  box: { x, y, width, height },
  score,
});

function digit(region: ReturnType<typeof place>, probability = 0.99): RecognizedDigit {
  const verdict = probability > 0.5 ? 'sure' : 'not-a-digit';
  return {
    region,
    prediction: { ranked: [{ label: 1, probability }], notDigitProbability: 1 - probability, verdict },
    glyph: { side: 0, data: new Uint8Array() },
  };
}

const believed = [digit(place(0, { score: 0.8 }))];

describe('placesBeside', () => {
  it.each([
    ['a place beside a believed digit', place(30), true],
    ['one that is half as tall', place(30, { y: 15, height: 15, width: 15 }), true],
    ['one that overlaps it a little', place(10), true],
    ['one that is nearly the same', place(6), false],
    ['one inside it', place(4, { y: 5, width: 10, height: 12 }), false],
    ['one too faint', place(30, { score: 0.1 }), false],
    ['one far away', place(90), false],
    ['one on another line', place(30, { y: 40 }), false],
    ['one of quite another size', place(30, { height: 95, y: -30 }), false],
  ])('%s', (_, region, isKept) => {
    expect(placesBeside([region], believed)).toEqual(isKept ? [region] : []);
  });

  it('finds none where nothing is believed', () => {
    expect(placesBeside([place(0, { score: 0.9 })], [])).toEqual([]);
  });
});

describe('settleDoubts', () => {
  it('takes what was left out where the classifier is certain, to be checked', () => {
    const settled = settleDoubts(believed, [digit(place(30)), digit(place(60), 0.9)], []);
    expect(settled.map(({ region, prediction }) => [region.box.x, prediction.verdict])).toEqual([[30, 'check']]);
  });

  it.each([
    ['the locator is sure', place(30, { score: 0.7 }), 0.1, true],
    ['the locator is not', place(30, { score: 0.5 }), 0.1, false],
    ['the classifier is certain that it is none', place(30, { score: 0.7 }), 0.01, false],
    ['no believed digit is near', place(300, { score: 0.7 }), 0.1, false],
  ])('keeps what the classifier rejected where %s: %s', (_, region, probability, isKept) => {
    expect(settleDoubts(believed, [], [digit(region, probability)])).toHaveLength(isKept ? 1 : 0);
  });

  it('takes the hotter one of two places for one digit', () => {
    const leftOut = [digit(place(30, { score: 0.25 })), digit(place(33, { score: 0.4 }))];
    expect(settleDoubts(believed, leftOut, []).map(({ region }) => region.box.x)).toEqual([33]);
  });
});
