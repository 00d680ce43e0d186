import { describe, expect, it } from 'vitest';
import type { RecognizedDigit } from '../contract/recognition';
import type { LineReading } from '../line/read-lines';
import { tellSlashes } from './tell-slashes';

const digit = (x: number): RecognizedDigit => ({
  region: { box: { x, y: 10, width: 12, height: 20 }, score: 0.9 },
  glyph: { side: 0, data: new Uint8Array() },
  prediction: { ranked: [{ label: 4, probability: 0.99 }], notDigitProbability: 0, verdict: 'sure' },
});

const line: LineReading = {
  part: { box: { x: 0, y: 0, width: 60, height: 40 }, slope: 0 },
  characters: ['4', '/', '4'].map((code, index) => ({
    code,
    box: { x: 20 * index, y: 10, width: 12, height: 20 },
    probability: 0.9,
    digits: [],
  })),
  readings: [{ codes: ['4', '/', '4'], probability: 0.8 }],
};

const textWith = (height: number, first = '4') => {
  const stroke = { box: { x: 22, y: 20 - height / 2, width: 8, height }, fill: 0.3 };
  const characters = line.characters.map((each, index) => (index === 0 ? { ...each, code: first } : each));
  const seen = { ...line, characters, readings: [{ codes: [first, '/', '4'], probability: 0.8 }] };
  const { readings } = tellSlashes(seen, [digit(0), digit(40)], [stroke]);
  return [readings[0]!.codes.join(''), readings[0]!.probability];
};

describe('tellSlashes', () => {
  it('reads a stroke of the digits’ height as a 1, with less certainty', () => {
    expect(textWith(21)).toEqual(['414', 0.4]);
  });

  it('leaves a taller one a slash', () => {
    expect(textWith(30)).toEqual(['4/4', 0.8]);
  });

  it('reads a 1 where a slash makes no sense, unless it is much taller', () => {
    expect(textWith(30, '0')).toEqual(['014', 0.4]);
    expect(textWith(40, '0')).toEqual(['0/4', 0.8]);
  });

  it('reads a parenthesis between digits as a 1 where its other half is missing', () => {
    const read = (codes: string[]) => {
      const characters = codes.map((code, index) => ({
        ...line.characters[0]!,
        code,
        box: { x: 20 * index, y: 10, width: 12, height: 20 },
      }));
      return tellSlashes(
        { ...line, characters, readings: [{ codes, probability: 0.8 }] },
        [digit(0)],
        [],
      ).readings[0]!.codes.join('');
    };
    expect(read(['2', '0', ')', '2'])).toBe('2012');
    expect(read(['4', '(', '2', ')', '1'])).toBe('4(2)1');
    expect(read(['3', ')'])).toBe('3)');
    expect(read(['5', '4', '6', '3', ')'])).toBe('54631');
  });

  it('leaves the slash that ends a grouped number, whatever its height', () => {
    const codes = [...'12,500/-'];
    const seen: LineReading = {
      ...line,
      characters: codes.map((code, index) => ({
        ...line.characters[0]!,
        code,
        box: { x: 20 * index, y: 10, width: 12, height: 20 },
      })),
      readings: [{ codes, probability: 0.8 }],
    };
    const stroke = { box: { x: 122, y: 10, width: 8, height: 20 }, fill: 0.3 };
    expect(tellSlashes(seen, [digit(0), digit(20)], [stroke]).readings[0]!.codes.join('')).toBe('12,500/-');
  });
});
