import { describe, expect, it } from 'vitest';
import { hardestMistakes, type PredictionLine, sameSampleScore } from './hardest-mistakes';

function line(file: string, label: number, read: number, confidence: number): PredictionLine {
  return { file, label: `${label}`, exact: label === read, digits: [{ label: read, confidence, verdict: 'sure' }] };
}

const LINES = [line('0', 7, 7, 0.99), line('1', 4, 9, 0.6), line('2', 3, 5, 0.95), line('3', 1, 7, 0.95123456)];

describe('hardestMistakes', () => {
  it('puts the mistakes that the reader was surest of first', () => {
    const { mistakes, count } = hardestMistakes(LINES, 2);
    expect(count).toBe(3);
    expect(mistakes).toEqual([
      { index: 3, label: 1, read: 7, confidence: 0.9512, verdict: 'sure' },
      { index: 2, label: 3, read: 5, confidence: 0.95, verdict: 'sure' },
    ]);
  });
});

describe('sameSampleScore', () => {
  it('counts the right ones among the first', () => {
    expect(sameSampleScore(LINES, 2)).toEqual({ pictures: 2, right: 1 });
  });
});
