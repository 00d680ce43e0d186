import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sha256 } from './sha256';

afterEach(() => vi.unstubAllGlobals());

describe('sha256', () => {
  it.each([0, 1, 3, 55, 56, 63, 64, 65, 119, 120, 1000, 65_537])('of %i bytes', async (length) => {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 31 + 7) & 255);
    const expected = createHash('sha256').update(bytes).digest('hex');
    expect(await sha256(bytes)).toBe(expected);
    // As on a plain-http host.
    vi.stubGlobal('crypto', undefined);
    expect(await sha256(bytes)).toBe(expected);
  });
});
