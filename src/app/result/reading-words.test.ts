import { describe, expect, it } from 'vitest';
import { testDigit, testRecognition } from '../../history/test-recognition';
import { formatProbability } from '../words/format-probability';
import { jointConfidence } from './reading-confidence';
import { spokenReading } from './spoken-reading';

describe('spokenReading', () => {
  it('reads digit by digit and names the doubt', () => {
    const doubtful = testDigit(0, { probability: 0.6, maybe: 9, verdict: 'check' });
    expect(spokenReading(testRecognition([[testDigit(4), doubtful, testDigit(7)]]))).toBe(
      'Number 4 0 7; second digit uncertain, maybe 9',
    );
  });

  it('parts several numbers', () => {
    expect(spokenReading(testRecognition([[testDigit(4), testDigit(0)], [testDigit(7)]]))).toBe('2 numbers: 4 0, 7');
  });

  it('does not list every doubt of a long reading', () => {
    const doubtful = testDigit(1, { probability: 0.995, maybe: 7, verdict: 'check' });
    expect(spokenReading(testRecognition([Array(6).fill(doubtful)]))).toBe(
      'Number 1 1 1 1 1 1; first digit uncertain; second digit uncertain; third digit uncertain; 3 more to check',
    );
  });

  it('says that there is nothing', () => {
    expect(spokenReading(testRecognition([]))).toBe('No digits found');
  });
});

describe('jointConfidence', () => {
  it('is the chance that all digits are right', () => {
    const recognition = testRecognition([[testDigit(1, { probability: 0.9 }), testDigit(2, { probability: 0.5 })]]);
    expect(jointConfidence(recognition, [0, 1])).toBeCloseTo(0.45);
    expect(jointConfidence(recognition, [])).toBe(1);
  });
});

describe('formatProbability', () => {
  it.each([
    [1, '100.0%'],
    [0.99996, '> 99.9%'],
    [0.612, '61.2%'],
    [0.0001, '< 0.1%'],
    [0, '0.0%'],
  ])('%d reads %s', (probability, words) => {
    expect(formatProbability(probability)).toBe(words);
  });
});
