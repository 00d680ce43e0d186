import { describe, expect, it } from 'vitest';
import { cardFigures } from './card-figures';

const RESULT = {
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
  sureAccuracy: 1,
} as const;

describe('cardFigures', () => {
  it('copies what the page shows, invents nothing and drops the rest', () => {
    const [card] = cardFigures([RESULT]);
    const { medianMs: _, ...shown } = RESULT;
    expect(card).toEqual(shown);
    expect(card).not.toHaveProperty('confusion');
  });
});
