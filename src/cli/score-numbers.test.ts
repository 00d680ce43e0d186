import { describe, expect, it } from 'vitest';
import { scoreNumbers } from './score-numbers';

describe('scoreNumbers', () => {
  it('counts a picture as sure when every number in it is, and never one without a number', () => {
    const figures = scoreNumbers([
      { isRight: true, verdicts: ['sure', 'sure'] },
      { isRight: true, verdicts: ['sure', 'check'] },
      { isRight: false, verdicts: ['sure'] },
      { isRight: false, verdicts: [] },
    ]);
    expect(figures).toMatchObject({ sureShare: 0.5, sureRight: 0.5, rightButChecked: 0.5 });
    expect(figures.counts).toEqual({ pictures: 4, right: 2, sure: 2, sureAndRight: 1 });
    expect(figures.sureRightWilson95![0]).toBeCloseTo(0.0945, 3);
  });

  it('says nothing about sure pictures where none is', () => {
    const figures = scoreNumbers([{ isRight: false, verdicts: ['check'] }]);
    expect(figures).toMatchObject({ sureShare: 0, sureRight: null, sureRightWilson95: null, rightButChecked: 0 });
  });
});
