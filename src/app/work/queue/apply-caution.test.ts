import { describe, expect, it } from 'vitest';
import { cautionThresholds } from '../../../contract/caution';
import type { Doubt, RecognizedNumber } from '../../../contract/recognition';
import { testDigit, testRecognition } from '../../../numbers/test-recognition';
import { applyCaution } from './apply-caution';

const SURE = testRecognition([[testDigit(4, { probability: 0.998 }), testDigit(7, { probability: 0.9999, x: 30 })]]);

function unclear(confidence: number, doubts: readonly Doubt[] = ['unclear-character']) {
  const base = testRecognition([[testDigit(4, { probability: 0.9, verdict: 'check' }), testDigit(7, { x: 30 })]]);
  const numbers = base.numbers.map((number): RecognizedNumber => ({ ...number, confidence, doubts, verdict: 'check' }));
  return { ...base, numbers };
}

const verdicts = ({ digits }: typeof SURE) => digits.map(({ prediction }) => prediction.verdict);

describe('caution', () => {
  it('follows from what a mistake costs', () => {
    expect(cautionThresholds('cautious').checkBelow).toBeCloseTo(0.999);
    expect(cautionThresholds('quick').sureFrom).toBeCloseTo(0.9667, 4);
  });

  it('leaves every verdict to the reader when it is balanced', () => {
    expect(applyCaution(SURE, 'balanced')).toBe(SURE);
    const doubtful = unclear(0.99);
    expect(applyCaution(doubtful, 'balanced')).toBe(doubtful);
  });

  it('asks for more when cautious', () => {
    const read = applyCaution(SURE, 'cautious');
    expect(verdicts(read)).toEqual(['check', 'sure']);
    expect(read.numbers[0]).toMatchObject({ text: '47', verdict: 'check', doubts: ['unclear-character'] });
  });

  it('asks for less when quick, but never passes over what is wrong for another reason', () => {
    const settled = applyCaution(unclear(0.98), 'quick');
    expect(verdicts(settled)).toEqual(['sure', 'sure']);
    expect(settled.numbers[0]).toMatchObject({ verdict: 'sure', doubts: [] });
    expect(verdicts(applyCaution(unclear(0.9), 'quick'))).toEqual(['check', 'sure']);
    expect(verdicts(applyCaution(unclear(0.98, ['unclear-character', 'struck-out']), 'quick'))).toEqual([
      'check',
      'sure',
    ]);
    const fitted = unclear(0.98);
    const chosen = { ...fitted, digits: fitted.digits.map((digit) => ({ ...digit, chosenToFit: 'label' as const })) };
    expect(verdicts(applyCaution(chosen, 'quick'))).toEqual(['check', 'sure']);
  });
});
