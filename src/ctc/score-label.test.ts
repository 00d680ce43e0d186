import { expect, test } from 'vitest';
import { scoreLabel } from './score-label';
import { searchLabels } from './search-labels';

/** Three columns of two characters and the blank. */
const LOGS = Float32Array.from([0.6, 0.1, 0.3, 0.2, 0.2, 0.6, 0.1, 0.8, 0.1].map(Math.log));

test('a label has the probability that the search gives to it', () => {
  for (const { indexes, probability } of searchLabels(LOGS, 3, 6)) {
    expect(scoreLabel(LOGS, 3, indexes)).toBeCloseTo(probability, 5);
  }
});

test('all labels together are certain', () => {
  const labels = [[]] as number[][];
  for (let length = 0; length < 3; length++)
    labels.push(
      ...labels.flatMap((label) => [
        [...label, 0],
        [...label, 1],
      ]),
    );
  const different = [...new Map(labels.map((label) => [label.join(' '), label])).values()];
  const total = different.reduce((sum, label) => sum + scoreLabel(LOGS, 3, label), 0);
  expect(total).toBeCloseTo(1, 5);
});
