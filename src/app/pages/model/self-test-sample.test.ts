import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SELF_TEST, unpackSelfTest } from './self-test-sample';

const PACKED = new Uint8Array(readFileSync(new URL(`../../../../public/${SELF_TEST.path}`, import.meta.url)));

describe('unpackSelfTest', () => {
  it('finds labels and pixels in the bundled sample, which is as large as the page says', async () => {
    expect(PACKED.length).toBe(SELF_TEST.bytes);
    const sample = await unpackSelfTest(PACKED);
    expect(sample?.labels).toHaveLength(SELF_TEST.count);
    expect(Array.from(sample?.labels.subarray(0, 5) ?? [])).toEqual([7, 2, 1, 0, 4]);
    expect(sample?.pixels).toHaveLength(SELF_TEST.count * SELF_TEST.side ** 2);
  });

  it('refuses bytes that are something else', async () => {
    expect(await unpackSelfTest(PACKED.slice(0, 1000))).toBeUndefined();
    expect(await unpackSelfTest(new Uint8Array([1, 2, 3]))).toBeUndefined();
  });
});
