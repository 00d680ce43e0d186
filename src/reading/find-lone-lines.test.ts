import { describe, expect, it } from 'vitest';
import type { Box, GrayImage } from '../contract/image';
import { findLoneLines } from './find-lone-lines';

/** A white page with black bars. */
function pageWith(width: number, height: number, bars: readonly Box[]): GrayImage {
  const data = new Float32Array(width * height).fill(255);
  for (const bar of bars) {
    for (let y = bar.y; y < bar.y + bar.height; y++) {
      data.fill(0, y * width + bar.x, y * width + bar.x + bar.width);
    }
  }
  return { width, height, data };
}

describe('findLoneLines', () => {
  it('takes pieces at one level for a line, and those far below for another', () => {
    const bars = [
      { x: 30, y: 20, width: 5, height: 30 },
      { x: 60, y: 22, width: 5, height: 28 },
      { x: 40, y: 120, width: 5, height: 30 },
    ];
    const { parts, isOnlyInk } = findLoneLines(pageWith(160, 180, bars), 12_000);
    expect([parts.length, isOnlyInk]).toEqual([2, false]);
  });

  it('joins the strokes of one large digit that cross without being level', () => {
    const bars = [
      { x: 60, y: 20, width: 8, height: 60 },
      { x: 20, y: 90, width: 30, height: 40 },
      { x: 80, y: 70, width: 8, height: 100 },
    ];
    const {
      parts: [line, ...others],
      isOnlyInk,
    } = findLoneLines(pageWith(160, 200, bars), 12_000);
    expect([others.length, isOnlyInk]).toEqual([0, true]);
    expect(line!.box.height).toBeGreaterThan(200);
  });

  it('does not take a texture for writing', () => {
    const bars = Array.from({ length: 6 }, (_, index) => ({ x: 10 + 22 * index, y: 60, width: 5, height: 30 }));
    expect(findLoneLines(pageWith(160, 180, bars), 12_000).isOnlyInk).toBe(false);
  });

  it('finds nothing on an empty page', () => {
    expect(findLoneLines(pageWith(160, 180, []), 12_000).parts).toEqual([]);
  });
});
