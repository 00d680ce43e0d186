import { expect, it } from 'vitest';
import type { ListedRow } from './batch-list';
import { judge } from './judge';

const made = [
  { name: 'one.png', path: '', number: '1' },
  { name: 'two.png', path: '', number: '2' },
  { name: 'words.png', path: '', number: null },
];
const row = (name: string, phase: string, rest: Partial<ListedRow> = {}): ListedRow => {
  return { name, phase, number: '–', words: '', backend: '', ...rest };
};
const one = row('one.png', 'read', { number: '1' });
const two = row('two.png', 'read', { number: '2' });
const words = row('words.png', 'failed', { words: 'This file type cannot be read' });

it('finds nothing where every picture is read or failed with a reason, be it in an earlier list', () => {
  const verdict = {
    read: 2,
    right: 2,
    failed: { 'This file type cannot be read': 1 },
    lost: 0,
    twice: 0,
    findings: [],
  };
  expect(judge(made, [[one, two, words]])).toEqual(verdict);
  expect(
    judge(made, [
      [one, words],
      [two, one],
    ]),
  ).toEqual(verdict);
  const lost = row('two.png', 'failed', { words: 'Lost when the page was closed' });
  expect(judge(made, [[one, lost, words]])).toMatchObject({ read: 1, lost: 0, findings: [] });
});

it.each([
  ['a picture that is gone', [one, words], 'two.png: lost'],
  ['one that is there twice', [one, two, two, words], 'two.png: 2 times in the list'],
  ['one that was never read', [one, row('two.png', 'unread'), words], 'two.png: ended as unread'],
  ['a number of another picture', [one, { ...two, number: '1' }, words], 'two.png: read as 1'],
  [
    'a good one that is called damaged',
    [one, { ...words, name: 'two.png' }, words],
    'two.png: This file type cannot be read',
  ],
  ['a failure without a reason', [one, two, { ...words, words: '' }], 'words.png: failed without a reason'],
  ['a picture that nobody gave', [one, two, words, row('three.png', 'read')], 'three.png: nobody gave it'],
])('finds %s', (_, rows, finding) => {
  expect(judge(made, [rows]).findings).toEqual([finding]);
});
