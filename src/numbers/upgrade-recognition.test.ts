import { expect, it } from 'vitest';
import type { RecognizedDigit } from '../contract/recognition';
import { upgradeRecognition } from './upgrade-recognition';

function digit(label: number, x: number, verdict: 'sure' | 'check' = 'sure'): RecognizedDigit {
  return {
    region: { box: { x, y: 0, width: 10, height: 20 }, score: 0.9 },
    prediction: { ranked: [{ label, probability: 0.9 }], notDigitProbability: 0, verdict },
    glyph: { side: 1, data: new Uint8Array(1) },
  };
}

/** As version 1.4.0 kept it. */
const STORED = {
  imageWidth: 100,
  imageHeight: 50,
  digits: [digit(4, 0), digit(0, 12), digit(7, 60, 'check')],
  lines: [{ text: '40 7', digitIndexes: [0, 1, 2] }],
  text: '40 7',
  modelVersion: 'latin-1',
  backend: { name: 'cpu', location: 'page', reason: 'a test' },
  elapsedMs: 1,
} as const;

it('a reading of digits alone becomes one of numbers, and its text stays', () => {
  const upgraded = upgradeRecognition(STORED);
  expect(upgraded).toMatchObject({
    text: '40 7',
    marks: [],
    otherInk: [],
    tables: [],
    lines: [{ text: '40 7', numberIndexes: [0, 1] }],
    numbers: [
      {
        text: '40',
        value: 40,
        kind: 'integer',
        verdict: 'sure',
        doubts: [],
        box: { x: 0, y: 0, width: 22, height: 20 },
      },
      {
        text: '7',
        value: 7,
        verdict: 'check',
        doubts: ['unclear-character'],
        characters: [{ kind: 'digit', index: 2 }],
      },
    ],
  });
  expect(upgraded.numbers[0]!.confidence).toBeCloseTo(0.81);
});

it('a reading of today is left alone', () => {
  const upgraded = upgradeRecognition(STORED);
  expect(upgradeRecognition(upgraded)).toBe(upgraded);
});

it('a reading from before tables were found has none', () => {
  const { tables: _, ...before } = upgradeRecognition(STORED);
  expect(upgradeRecognition(before)).toEqual({ ...before, tables: [] });
});

it('a picture without digits stays one', () => {
  expect(upgradeRecognition({ ...STORED, digits: [], lines: [], text: '' })).toMatchObject({ numbers: [], lines: [] });
});
