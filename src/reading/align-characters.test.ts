import { describe, expect, it } from 'vitest';
import type { RecognizedDigit } from '../contract/recognition';
import { alignCharacters } from './align-characters';

const digit = (x: number): RecognizedDigit => ({
  region: { box: { x, y: 0, width: 10, height: 20 }, score: 1 },
  glyph: { side: 0, data: new Uint8Array() },
  prediction: { ranked: [{ label: 4, probability: 1 }], notDigitProbability: 0, verdict: 'sure' },
});

const character = (x: number) => ({ code: '4', box: { x, y: 0, width: 10, height: 20 }, probability: 1, digits: [] });

describe('alignCharacters', () => {
  it.each([
    [9, 0],
    [9, 1],
    [0, 9],
    [7, 12],
  ])('uses each of %i digits and %i characters once', (digits, characters) => {
    const places = alignCharacters(
      Array.from({ length: digits }, (_, index) => digit(20 * index)),
      Array.from({ length: characters }, (_, index) => character(20 * index)),
    );
    expect(places.filter((place) => place.digit)).toHaveLength(digits);
    expect(places.filter((place) => place.character)).toHaveLength(characters);
  });
});
