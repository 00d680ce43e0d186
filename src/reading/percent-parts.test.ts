import { expect, test } from 'vitest';
import { withoutPercentParts } from './percent-parts';
import { lineOfText, sureDigit } from './test-digit';

const LOCATED = [
  sureDigit(6, { x: 0, y: 10, width: 12, height: 20 }),
  sureDigit(0, { x: 20, y: 10, width: 12, height: 20 }),
  sureDigit(0, { x: 50, y: 22, width: 8, height: 8 }),
];

test('the second circle of a percent sign is no digit', () => {
  expect(withoutPercentParts(LOCATED, lineOfText('60%'))).toEqual(LOCATED.slice(0, 2));
});

test.each(['600', '60-'])('in %s nothing is a circle of a sign', (text) => {
  expect(withoutPercentParts(LOCATED, lineOfText(text))).toEqual(LOCATED);
});
