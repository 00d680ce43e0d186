import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sha256, sha256WithoutWebCrypto } from './sha256';

describe('sha256', () => {
  it.each([0, 1, 3, 55, 56, 63, 64, 65, 119, 120, 1000, 65_537])('of %i bytes', async (length) => {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 31 + 7) & 255);
    const expected = createHash('sha256').update(bytes).digest();
    expect(await sha256(bytes)).toBe(expected.toString('hex'));
    expect(Buffer.from(sha256WithoutWebCrypto(bytes)).toString('hex')).toBe(expected.toString('hex'));
  });
});
