import { describe, expect, it } from 'vitest';
import { success } from '../contract/result';
import { uncorrected } from '../corrections/fixed-reading';
import { testDigit, testRecognition } from '../numbers/test-recognition';
import { readingJson, recognitionJson } from './recognition-json';

const RECOGNITION = testRecognition([[testDigit(4), testDigit(0, { probability: 0.6, maybe: 9, verdict: 'check' })]]);

describe('readingJson', () => {
  it('is what recognize prints, when nothing was corrected', () => {
    expect(readingJson('a.png', RECOGNITION, uncorrected(RECOGNITION))).toEqual(
      recognitionJson('a.png', success(RECOGNITION)),
    );
    expect(recognitionJson('a.png', success(RECOGNITION))).toMatchObject({
      file: 'a.png',
      text: '40',
      lines: ['40'],
      digits: [
        { label: 4, confidence: 0.99, verdict: 'sure' },
        { label: 0, confidence: 0.6, verdict: 'check' },
      ],
      backend: 'cpu',
      model: 'test-1',
    });
  });

  it('tells what was put in by hand from what was read', () => {
    const [line = []] = uncorrected(RECOGNITION).lines;
    const edited = line.map((digit, index) =>
      index === 1 ? { ...digit, code: '9', status: 'edited' as const } : digit,
    );
    const added = { ...edited[0]!, id: 7, code: '8', status: 'edited' as const, prediction: null, glyph: null };
    const json = readingJson('a.png', RECOGNITION, {
      lines: [[...edited, added]],
      removed: [],
      numbersAsRead: [],
      nextId: 8,
    });
    expect(json).toMatchObject({
      text: '498',
      digits: [
        { label: 4 },
        { label: 9, confidence: 0.4, verdict: 'edited' },
        { label: 8, confidence: null, verdict: 'edited', alternatives: [] },
      ],
    });
  });
});
