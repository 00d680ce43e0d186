import { expect, test } from 'vitest';
import { withoutLowCommas } from './low-commas';
import { sureDigit } from './test-digit';

const FIVE = sureDigit(5, { x: 0, y: 10, width: 14, height: 20 });

test.each<[string, number, number, number]>([
  ['a tall comma that hangs from the line', 24, 22, 0],
  ['a 1 on the line', 10, 20, 1],
  ['a 1 that slips below the line', 16, 20, 1],
  ['a 1 of the next line', 40, 20, 1],
])('%s', (_, y, height, ones) => {
  const stroke = sureDigit(1, { x: 18, y, width: 5, height });
  expect(withoutLowCommas([FIVE, stroke])).toHaveLength(1 + ones);
});

test('other digits stay, however low they stand', () => {
  const low = sureDigit(7, { x: 18, y: 24, width: 10, height: 22 });
  expect(withoutLowCommas([FIVE, low])).toHaveLength(2);
});
