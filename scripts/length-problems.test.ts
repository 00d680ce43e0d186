import { expect, it } from 'vitest';
import { lengthProblems, lowered } from './length-problems';

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
    'short.ts is short enough now: take it off scripts/long-files.json (npm run format does).',
    'gone.ts is short enough now: take it off scripts/long-files.json (npm run format does).',
  ]);
});

it('the list is brought down, never up', () => {
  const lengths = new Map([
    ['short.ts', 200],
    ['shorter.ts', 240],
    ['grown.ts', 330],
    ['new.ts', 400],
  ]);
  const allowed = { 'short.ts': 230, 'shorter.ts': 250, 'grown.ts': 300, 'gone.ts': 300 };
  expect(lowered(lengths, allowed)).toEqual({ 'shorter.ts': 240, 'grown.ts': 300 });
});
