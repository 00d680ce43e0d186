import { expect, it } from 'vitest';
import { brokenRules } from './check-rules';

const RULE = { kind: 'sum', parts: ['a', 'b'], total: 'c' } as const;

it.each<[string, Record<string, number | null>, boolean]>([
  ['a right sum', { a: 2, b: 3, c: 5 }, false],
  ['a wrong sum', { a: 2, b: 3, c: 6 }, true],
  ['amounts that binary numbers do not add up exactly', { a: 0.1, b: 0.2, c: 0.3 }, false],
  ['an amount that is a cent off', { a: 0.1, b: 0.2, c: 0.31 }, true],
  ['a field that has no value', { a: null, b: 3, c: 6 }, false],
])('%s', (_, values, isBroken) => {
  expect(brokenRules([RULE], (id) => values[id] ?? null)).toEqual(isBroken ? [RULE] : []);
});
