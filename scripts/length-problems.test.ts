import { expect, it } from 'vitest';
import { lengthProblems } from './length-problems';

it('a file may have 200 lines, or as many as the list of long files says', () => {
  const lengths = new Map([
    ['short.ts', 200],
    ['long.ts', 201],
    ['known.css', 300],
    ['grown.py', 251],
  ]);
  expect(lengthProblems(lengths, { 'known.css': 300, 'grown.py': 250 })).toEqual([
    'long.ts has 201 lines, 200 are the most: divide it.',
    'grown.py has 251 lines, 250 are the most: divide it.',
  ]);
});

it('a file that is short again, or gone, has to leave the list', () => {
  expect(lengthProblems(new Map([['short.ts', 200]]), { 'short.ts': 230, 'gone.ts': 300 })).toEqual([
    'short.ts is short enough now: take it off scripts/long-files.json.',
    'gone.ts is short enough now: take it off scripts/long-files.json.',
  ]);
});
