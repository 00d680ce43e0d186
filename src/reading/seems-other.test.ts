import { expect, it } from 'vitest';
import type { Doubt } from '../contract/recognition';
import { testDigit } from '../numbers/test-recognition';
import type { ReadNumber, ReadNumbers } from './read-number';
import { doubtScript, seemsOther } from './seems-other';

function numberOf(digits: number, confidence: number, doubts: readonly Doubt[] = []): ReadNumber {
  const characters = Array.from({ length: digits }, (_, at) => ({ kind: 'digit' as const, digit: testDigit(at) }));
  return { characters, confidence, doubts, alternatives: [] };
}

const page = (...numbers: ReadNumber[]): ReadNumbers => ({ rows: [numbers], otherInk: [], tables: [] });

it('a page seems to be in another script where its digits fit badly and hardly a number is sure', () => {
  expect(seemsOther(page(numberOf(3, 0.4, ['readings-differ'])))).toBe(true);
  expect(seemsOther(page(numberOf(6, 0.5, ['readings-differ']), numberOf(1, 0.99)))).toBe(true);
});

it('a page of Latin digits does not, however long its numbers and however doubtful one of them', () => {
  expect(seemsOther(page(numberOf(3, 0.99)))).toBe(false);
  expect(seemsOther(page(numberOf(12, 0.8, ['unclear-character'])))).toBe(false);
  expect(seemsOther(page(numberOf(3, 0.2, ['readings-differ']), numberOf(4, 0.98)))).toBe(false);
});

it('one doubtful digit, or none, says nothing', () => {
  expect(seemsOther(page(numberOf(1, 0.3, ['faint'])))).toBe(false);
  expect(seemsOther(page())).toBe(false);
});

it('then no number of the page is sure, and none of its digits', () => {
  const doubted = doubtScript(page(numberOf(3, 0.4, ['readings-differ']), numberOf(1, 0.99)));
  expect(doubted.rows[0]!.map(({ doubts }) => doubts)).toEqual([
    ['readings-differ', 'unclear-script'],
    ['unclear-script'],
  ]);
  const digits = doubted.rows[0]!.flatMap(({ characters }) => characters);
  expect(digits.every((each) => each.kind === 'digit' && each.digit.prediction.verdict === 'check')).toBe(true);
});
