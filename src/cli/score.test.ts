import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrationError, editDistance, reliabilityBins, type ScoredPicture, score } from './score';

function picture(label: string, text: string, confidence = 0.99): ScoredPicture {
  const verdict = confidence > 0.9 ? 'sure' : 'check';
  const digits = [...text].map((digit) => ({ label: Number(digit), confidence, verdict }) as const);
  return { name: label, label, digits, elapsedMs: text.length };
}

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['407', '', 3],
    ['407', '407', 0],
    ['407', '47', 1],
    ['407', '4077', 1],
    ['407', '417', 1],
    ['12345', '23451', 2],
  ])('%s, %s: %i', (one, other, distance) => {
    expect(editDistance(one, other)).toBe(distance);
  });

  it('is symmetric and never more than the longer string', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const distance = editDistance(one, other);
        return distance === editDistance(other, one) && distance <= Math.max(one.length, other.length);
      }),
    );
  });
});

describe('calibrationError', () => {
  it('is the gap between confidence and truth, weighted by bin', () => {
    const digits = [
      ...Array.from({ length: 8 }, (_, index) => ({ confidence: 0.95, isRight: index < 7 })),
      ...Array.from({ length: 2 }, (_, index) => ({ confidence: 0.5, isRight: index < 1 })),
    ];
    expect(calibrationError(reliabilityBins(digits))).toBeCloseTo(0.8 * (0.95 - 7 / 8), 10);
    expect(calibrationError([])).toBe(0);
  });
});

describe('reliabilityBins', () => {
  it('has the mean confidence and the share of right digits of each bin that holds any', () => {
    const digits = [
      { confidence: 0.5, isRight: true },
      { confidence: 0.52, isRight: false },
      { confidence: 1, isRight: true },
      { confidence: 0.98, isRight: true },
    ];
    expect(reliabilityBins(digits)).toEqual([
      { confidence: 0.51, accuracy: 0.5, count: 2 },
      { confidence: 0.99, accuracy: 1, count: 2 },
    ]);
  });
});

describe('score', () => {
  it('of strings', () => {
    const result = score(
      [picture('407', '407'), picture('12', '1', 0.5), picture('90', ''), picture('55', '65')],
      'strings',
    );
    expect(result).toMatchObject({
      count: 4,
      exact: 0.25,
      digitAccuracy: 1 - Number((4 / 9).toFixed(5)),
      blank: 0.25,
      wrongLength: 0.5,
      medianMs: 1.5,
      sureShare: 1,
      sureAccuracy: 0.8,
      failed: 0,
    });
    expect(result).not.toHaveProperty('confusion');
  });

  it('of singles, with a confusion matrix', () => {
    const { confusion, exact } = score(
      [picture('4', '4'), picture('4', '9'), picture('7', ''), picture('1', '11')],
      'singles',
    );
    expect(exact).toBe(0.25);
    expect(confusion?.[4]).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
    expect(confusion?.flat().reduce((a, b) => a + b)).toBe(2);
  });
});
