import { describe, expect, it } from 'vitest';
import { calibrationError, joinedBins, reliabilityBins } from './confidence-shares';

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

describe('joinedBins', () => {
  it('are the bins of all digits together', () => {
    const digits = Array.from({ length: 60 }, (_, index) => ({ confidence: index / 60, isRight: index % 3 > 0 }));
    const joined = joinedBins([reliabilityBins(digits.slice(0, 25)), reliabilityBins(digits.slice(25))]);
    const whole = reliabilityBins(digits);
    expect(joined.map(({ count }) => count)).toEqual(whole.map(({ count }) => count));
    expect(calibrationError(joined)).toBeCloseTo(calibrationError(whole), 10);
  });
});
