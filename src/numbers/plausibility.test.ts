import { expect, test } from 'vitest';
import { plausibility } from './plausibility';

test.each(['471', '12,738.50', '22,35,000/-', '5/1990', '3/7/89', '27.3%', '500-', '(202)555-0143', ''])(
  'nothing speaks against %s',
  (text) => expect(plausibility(text)).toBe(1),
);

test.each([
  ['42140,000/-', '42,40,000/-'],
  ['1,50,0001-', '1,50,000/-'],
  ['620,0001', '620,000/-'],
  ['3/7189', '3/7/89'],
  ['27.3%0', '27.3%'],
])('%s is less plausible than %s', (text, other) => expect(plausibility(text)).toBeLessThan(plausibility(other)));
