import { expect, it } from 'vitest';
import { formatTime } from './format-date';

it('formatTime has no zero in front of the hour', () => {
  expect(formatTime(new Date(2026, 2, 3, 1, 32).getTime())).toMatch(/^1:32\sAM$/);
});
