import { expect, test } from 'vitest';
import { CHARACTERS } from '../contract/characters';
import type { Label } from '../ctc/search-labels';
import { plausibleFirst } from './plausible-first';

const label = (text: string, probability: number): Label => ({
  indexes: [...text].map((character) => CHARACTERS.findIndex(({ code }) => code === character)),
  probability,
});
const textOf = ({ indexes }: Label) => indexes.map((index) => CHARACTERS[index]!.code).join('');
const texts = (labels: readonly Label[]) => labels.map(textOf);

test('a plausible label stays first, and nothing else is weighed', () => {
  const labels = [label('471', 0.6), label('4/1', 0.3)];
  expect(
    plausibleFirst(labels, () => {
      throw new Error('weighed');
    }),
  ).toBe(labels);
});

test('a known label that makes a number comes before one in impossible groups', () => {
  const labels = [label('42140,000', 0.5), label('42,40,000', 0.2)];
  expect(texts(plausibleFirst(labels, () => 0))).toEqual(['42,40,000', '42140,000']);
});

test('ones are weighed as slashes and commas, and the probability is the one found', () => {
  const scores = new Map([['3/7/89', 0.25]]);
  const [best] = plausibleFirst(
    [label('3/7189', 0.6)],
    (indexes) => scores.get(textOf({ indexes, probability: 0 })) ?? 0,
  );
  expect(best && [textOf(best), best.probability]).toEqual(['3/7/89', 0.25]);
});

test('what is improbable does not become the reading because it is plausible', () => {
  const labels = [label('42140,000', 0.9), label('42,40,000', 0.01)];
  expect(texts(plausibleFirst(labels, () => 0))[0]).toBe('42140,000');
});
