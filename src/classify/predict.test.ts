import { describe, expect, it } from 'vitest';
import { predict } from './predict';

const calibration = { temperature: 1, sureThreshold: 0.9, notDigitThreshold: 0.5 };
const logits = (values: Record<number, number>) => Float32Array.from({ length: 11 }, (_, label) => values[label] ?? 0);

describe('predict', () => {
  it.each([
    ['sure', { 7: 12 }, 'sure', 7],
    ['torn between 1 and 7', { 1: 6, 7: 6.2 }, 'check', 7],
    ['no digit', { 10: 9, 3: 2 }, 'not-a-digit', 3],
    ['nothing known', {}, 'check', 0],
  ])('%s', (_, values, verdict, label) => {
    const prediction = predict(logits(values), calibration);
    expect(prediction.verdict).toBe(verdict);
    expect(prediction.ranked[0]?.label).toBe(label);
    expect(prediction.ranked).toHaveLength(10);
    const total = prediction.ranked.reduce((sum, { probability }) => sum + probability, prediction.notDigitProbability);
    expect(total).toBeCloseTo(1, 6);
  });

  it('is less sure at a higher temperature', () => {
    const hot = predict(logits({ 4: 5 }), { ...calibration, temperature: 2 });
    expect(hot.ranked[0]?.probability).toBeLessThan(predict(logits({ 4: 5 }), calibration).ranked[0]?.probability ?? 0);
  });

  it('holds on to huge logits', () => {
    expect(predict(logits({ 2: 1e4 }), calibration).ranked[0]).toEqual({ label: 2, probability: 1 });
  });
});
