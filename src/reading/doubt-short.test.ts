import { expect, test } from 'vitest';
import type { Doubt } from '../contract/recognition';
import { doubtShort } from './doubt-short';
import { sureDigit } from './test-digit';

const numberOf = (text: string, doubts: readonly Doubt[]) => ({
  characters: [...text].map((character, index) => ({
    kind: 'digit' as const,
    digit: sureDigit(Number(character), { x: 20 * index, y: 10, width: 12, height: 20 }),
  })),
  confidence: 0.9,
  doubts,
  alternatives: [],
});

test.each<[string, readonly Doubt[], string]>([
  ['51', ['unexplained-ink'], 'check'],
  ['51', [], 'sure'],
  ['517', ['unexplained-ink'], 'sure'],
])('digits of %s with doubts %j are %s', (text, doubts, verdict) => {
  const read = doubtShort({ rows: [[numberOf(text, doubts)]], otherInk: [], tables: [] });
  const verdicts = read.rows[0]![0]!.characters.map((each) => each.kind === 'digit' && each.digit.prediction.verdict);
  expect(verdicts).toEqual([...text].map(() => verdict));
});
