import { describe, expect, it } from 'vitest';
import { type ScoredPicture, score } from './score';

function picture(label: string, text: string, confidence = 0.99): ScoredPicture {
  const verdict = confidence > 0.9 ? 'sure' : 'check';
  const digits = [...text].map((digit) => ({ label: Number(digit), confidence, verdict }) as const);
  return { name: label, label, digits, elapsedMs: text.length };
}

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
      sureShare: 0.83333,
      checkShare: 0.16667,
      sureAccuracy: 0.8,
      verdicts: { read: 6, check: 1, sure: 5, sureAndRight: 4 },
      failed: 0,
    });
    expect(result).not.toHaveProperty('confusion');
  });

  it('counts digits that the label does not have against the confidence', () => {
    const { verdicts, calibrationError } = score([picture('12', '121', 0.95)], 'strings');
    expect(verdicts).toEqual({ read: 3, check: 0, sure: 3, sureAndRight: 2 });
    expect(calibrationError).toBeCloseTo(0.95 - 2 / 3, 5);
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

describe('score of numbers with marks', () => {
  const written = (label: string, text: string): ScoredPicture => ({
    ...picture(label, text.replace(/\D/g, ''), 0.95),
    text,
  });

  it('compares the text and judges digits by the digits of the label', () => {
    const result = score([written('12.1', '12.1'), written('3,5', '35')], 'strings');
    expect(result).toMatchObject({ exact: 0.5, wrongLength: 0.5, verdicts: { sure: 5, sureAndRight: 5 } });
    expect(result.digitAccuracy).toBeCloseTo(1 - 1 / 7, 5);
  });

  it('says what the verdicts of numbers are worth where numbers were read', () => {
    expect(score([written('1', '1')], 'strings')).not.toHaveProperty('numbers');
    const number = { text: '1', value: 1, kind: 'integer', box: { x: 0, y: 0, width: 1, height: 1 } } as const;
    const judged = { ...number, verdict: 'sure', confidence: 1, doubts: [], isStruckOut: false } as const;
    const { numbers } = score([{ ...written('1', '1'), numbers: [judged] }], 'strings');
    expect(numbers).toMatchObject({ sureShare: 1, sureRight: 1, rightButChecked: 0 });
  });
});
