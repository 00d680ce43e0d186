import { describe, expect, it } from 'vitest';
import type { LabelledPicture } from '../labelled-set';
import { cannyEdges } from './canny-edges';
import { SIDE } from './digit-pixels';
import { CORRUPTIONS, corrupted } from './mnist-c';

/** A filled square of ink, 8 to 19. */
function square(): LabelledPicture {
  const data = new Uint8Array(SIDE * SIDE);
  for (let y = 8; y < 20; y += 1) data.fill(255, y * SIDE + 8, y * SIDE + 20);
  const gray = { width: SIDE, height: SIDE, data };
  return { name: '7', label: '0', gray, open: () => Promise.reject(new Error('not opened')) };
}

function corruption(name: string) {
  return CORRUPTIONS.find((row) => row.name === name)!;
}

function pixel({ gray }: LabelledPicture, x: number, y: number): number {
  return gray!.data[y * SIDE + x]!;
}

describe('the corruptions of MNIST-C', () => {
  it('are fifteen, each the same every time, each a change', () => {
    expect(new Set(CORRUPTIONS.map(({ name }) => name)).size).toBe(15);
    for (const row of CORRUPTIONS) {
      const first = corrupted(square(), row);
      expect(first.gray!.data, row.name).toEqual(corrupted(square(), row).gray!.data);
      expect(first.gray!.data, row.name).not.toEqual(square().gray!.data);
      expect(first.label).toBe('0');
    }
  });

  it('invert the columns beside the middle', () => {
    const striped = corrupted(square(), corruption('stripe'));
    expect([pixel(striped, 6, 14), pixel(striped, 7, 14), pixel(striped, 20, 14), pixel(striped, 21, 14)]).toEqual([
      255, 0, 0, 255,
    ]);
    expect(pixel(striped, 10, 10)).toBe(255);
  });

  it('brighten by half', () => {
    const bright = corrupted(square(), corruption('brightness'));
    expect(pixel(bright, 0, 0)).toBe(127);
    expect(pixel(bright, 10, 10)).toBe(255);
  });

  it('move by three pixels, and tell the new place', () => {
    const { box } = corrupted(square(), corruption('translate'));
    expect([5, 11]).toContain(box!.x);
    expect([5, 11]).toContain(box!.y);
    expect(box).toMatchObject({ width: 12, height: 12 });
  });

  it('shrink to seven tenths', () => {
    const { box } = corrupted(square(), corruption('scale'));
    expect(box!.width).toBeGreaterThanOrEqual(8);
    expect(box!.width).toBeLessThanOrEqual(10);
  });

  it('tell the place of the digit, not of what lies over it', () => {
    for (const name of ['impulse noise', 'brightness', 'stripe', 'fog', 'zigzag'])
      expect(corrupted(square(), corruption(name)).box, name).toEqual({ x: 8, y: 8, width: 12, height: 12 });
  });

  it('mix salt and pepper into a sixth of the pixels', () => {
    const noisy = corrupted(square(), corruption('impulse noise'));
    const changed = noisy.gray!.data.filter((value, place) => value !== square().gray!.data[place]).length;
    // Half of the impulses give a pixel what it was already.
    expect(changed / SIDE ** 2).toBeGreaterThan(0.06);
    expect(changed / SIDE ** 2).toBeLessThan(0.11);
  });
});

describe('cannyEdges', () => {
  it('draws the outline of a square and nothing inside or outside', () => {
    const edges = cannyEdges(Float64Array.from(square().gray!.data, (value) => value / 255));
    const row = Array.from(edges.subarray(14 * SIDE, 15 * SIDE));
    expect(row.filter((value) => value === 1).length).toBeGreaterThanOrEqual(2);
    expect(row.slice(0, 6).concat(row.slice(10, 18), row.slice(22))).toEqual(new Array(20).fill(0));
  });
});
