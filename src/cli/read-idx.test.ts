import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readIdx } from './read-idx';

const images = Uint8Array.from([0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6]);

describe('readIdx', () => {
  it.each([
    ['plain', images],
    ['gzip-compressed', gzipSync(images)],
  ])('reads a %s file', (_name, bytes) => {
    const { dimensions, data } = readIdx(bytes);
    expect(dimensions).toEqual([2, 1, 3]);
    expect([...data]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it.each([
    ['cut off', images.subarray(0, 20)],
    ['of floats', Uint8Array.from(images, (byte, index) => (index === 2 ? 0x0d : byte))],
    ['empty', new Uint8Array()],
    ['of text', new TextEncoder().encode('label,label')],
  ])('refuses a file %s', (_name, bytes) => {
    expect(() => readIdx(bytes)).toThrow();
  });
});
