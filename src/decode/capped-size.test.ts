import { describe, expect, it } from 'vitest';
import { LIMITS } from '../contract/limits';
import { cappedSize } from './capped-size';

describe('cappedSize', () => {
  it.each([
    [1, 1],
    [4000, 4000],
    [16_000_000, 1],
  ])('keeps %i x %i', (width, height) => {
    expect(cappedSize(width, height)).toEqual({ width, height });
  });

  it.each([
    [4001, 4000],
    [12_000, 9000],
    [9000, 12_000],
    [17_320, 17_320],
  ])('shrinks %i x %i under the cap in its shape', (width, height) => {
    const size = cappedSize(width, height);
    expect(size.width * size.height).toBeLessThanOrEqual(LIMITS.maxDecodedPixels);
    expect(size.width * size.height).toBeGreaterThan(LIMITS.maxDecodedPixels * 0.999);
    expect(size.width / size.height).toBeCloseTo(width / height, 2);
  });

  it('keeps a line a line', () => {
    expect(cappedSize(250_000_000, 1).height).toBe(1);
  });
});
