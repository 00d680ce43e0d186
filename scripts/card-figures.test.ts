import { describe, expect, it } from 'vitest';
import { cardFigures } from './card-figures';

const RESULT = {
  group: 'sets',
  name: 'MNIST, classifier',
  split: 'test part',
  kind: 'singles',
  stage: 'classifier',
  count: 10,
  exact: 0.9,
  wilson95: [0.6, 0.98],
  digitAccuracy: 0.9,
  blank: 0,
  medianMs: 3,
  calibrationError: 0.01,
  sureShare: 0.8,
  checkShare: 0.2,
  sureAccuracy: 1,
  reliability: [],
} as const;

describe('cardFigures', () => {
  it('copies what the page shows, invents nothing and drops the rest', () => {
    const [card] = cardFigures([RESULT]);
    const { medianMs: _, ...shown } = RESULT;
    expect(card).toEqual(shown);
    expect(card).not.toHaveProperty('confusion');
  });
  it('copies the parts of a check', () => {
    const part = { name: 'touching', count: 4, exact: 0.5, wilson95: [0.15, 0.85] } as const;
    const check = {
      ...part,
      group: 'hard',
      name: 'hard numbers',
      split: 'test digits',
      parts: [{ ...part, blank: 0 }],
    } as const;
    expect(cardFigures([check])).toEqual([{ ...check, parts: [part] }]);
  });
});
