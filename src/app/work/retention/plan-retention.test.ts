import { expect, it } from 'vitest';
import { beyondRetention } from './plan-retention';

const DAY_MS = 24 * 60 * 60 * 1000;
const NOW = 100 * DAY_MS;
const UPLOADS = [0, 1, 5, 40].map((days) => ({ id: `${days}`, createdAt: NOW - days * DAY_MS - 1 }));
const RETENTION = { keep: 'everything', keepLast: 3, keepDays: 5 } as const;

it.each([
  ['everything', []],
  ['last', ['40']],
  ['days', ['5', '40']],
  ['nothing', ['0', '1', '5', '40']],
] as const)('keeping %s deletes %j', (keep, gone) => {
  expect(beyondRetention(UPLOADS, { ...RETENTION, keep }, NOW).map((upload) => upload.id)).toEqual(gone);
});

it('spares what is looked at, which counts as one of the last all the same', () => {
  const isSpared = ({ id }: { readonly id: string }) => id === '40';
  const retention = { ...RETENTION, keep: 'last', keepLast: 2 } as const;
  expect(beyondRetention(UPLOADS, retention, NOW, isSpared).map((upload) => upload.id)).toEqual(['5']);
});
