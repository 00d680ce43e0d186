import { describe, expect, it } from 'vitest';
import type { RecognizedDigit } from '../contract/recognition';
import type { LineReading } from '../line/read-lines';
import { fuseNumber } from './fuse-number';

const digit = (label: number, x: number, probability = 0.99, height = 20): RecognizedDigit => ({
  region: { box: { x, y: 10, width: 12, height }, score: 0.9 },
  glyph: { side: 0, data: new Uint8Array() },
  prediction: {
    ranked: [
      { label, probability },
      { label: (label + 1) % 10, probability: 1 - probability },
    ],
    notDigitProbability: 0,
    verdict: probability >= 0.97 ? 'sure' : 'check',
  },
});

/** A line with characters every 20 pixels, and other readings of it. */
function line(text: string, probability: number, ...others: readonly (readonly [string, number])[]): LineReading {
  return {
    part: { box: { x: 0, y: 0, width: 200, height: 40 }, slope: 0 },
    characters: [...text].map((character, index) => ({
      code: character === 'L' ? 'letter' : character,
      box: { x: 20 * index, y: 10, width: 12, height: 20 },
      probability: 0.95,
      digits: [],
    })),
    readings: [[text, probability] as const, ...others].map(([each, share]) => ({
      codes: [...each].map((character) => (character === 'L' ? 'letter' : character)),
      probability: share,
    })),
  };
}

const textOf = (fused: ReturnType<typeof fuseNumber>) =>
  fused.characters
    .map((each) =>
      each.kind === 'mark'
        ? each.mark.code
        : each.kind === 'digit'
          ? each.digit.prediction.ranked[0]!.label
          : each.label,
    )
    .join('');

describe('fuseNumber', () => {
  it('takes the marks from the line where both say the same digits, and is sure', () => {
    const fused = fuseNumber([digit(1, 0), digit(2, 20), digit(5, 60)], line('12.5', 0.98));
    expect(textOf(fused)).toBe('12.5');
    expect(fused.doubts).toEqual([]);
  });

  it.each<[string, LineReading]>([
    ['the line may be another number', line('125', 0.9, ['128', 0.08])],
    ['the text is not probable', line('125', 0.5, ['12.5', 0.45])],
  ])('is not sure where %s', (_, seen) => {
    const fused = fuseNumber([digit(1, 0), digit(2, 20), digit(5, 40)], seen);
    expect(textOf(fused)).toBe('125');
    expect(fused.doubts).toEqual(['unclear-character']);
  });

  it('puts a digit that only the line saw where it was seen, to be checked', () => {
    const fused = fuseNumber([digit(2, 20), digit(5, 40, 0.9)], line('125', 0.95));
    expect(textOf(fused)).toBe('125');
    expect(fused.characters[0]).toMatchObject({ kind: 'unlocated', label: 1, box: { x: 0 } });
    expect(fused.doubts).toEqual(['readings-differ']);
    expect(fused.alternatives.map(({ text }) => text)).toContain('25');
  });

  it('drops a located digit that is a letter of the line', () => {
    const fused = fuseNumber([digit(5, 0), digit(0, 20), digit(2, 40, 0.6)], line('50L', 0.9));
    expect(textOf(fused)).toBe('50');
    expect(fused.otherInk.map(({ kind }) => kind)).toEqual(['letter']);
  });

  it('keeps what was located against a line that hardly knows', () => {
    const fused = fuseNumber([digit(4, 0), digit(2, 20)], line('47', 0.2, ['42', 0.1]));
    expect(textOf(fused)).toBe('42');
    expect(fused.doubts).toEqual(['readings-differ']);
  });

  it('keeps digits that were chosen to fit', () => {
    expect(textOf(fuseNumber([digit(4, 0), digit(2, 20, 0.5)], line('47', 0.99), true))).toBe('42');
  });

  it('is no number where only the line doubts that anything is there', () => {
    expect(fuseNumber([digit(1, 0, 0.8)], line('', 0.99)).characters).toEqual([]);
  });

  it('finds no digit in a word', () => {
    const fused = fuseNumber([digit(5, 0), digit(1, 20)], line('LLL', 0.9));
    expect(fused.characters).toEqual([]);
    expect(fused.otherInk.map(({ kind }) => kind)).toEqual(['letter', 'letter', 'letter']);
  });

  it('keeps a digit that the line takes for one letter, not sure', () => {
    const fused = fuseNumber([digit(2, 0, 0.99)], line('L', 0.9));
    expect(fused.characters).toMatchObject([{ digit: { prediction: { verdict: 'check' } } }]);
  });
});
