import { describe, expect, it } from 'vitest';
import { calibrateCost } from './calibrate-cost';
import type { LEAST_COST } from './key-derivation';

/** A device that takes so many milliseconds for one pass over a mebibyte. */
function device(msPerMib: number) {
  return async ({ memoryKib, passes }: typeof LEAST_COST) => (memoryKib / 1024) * passes * msPerMib;
}

describe('the cost of a derivation', () => {
  it('never falls below the floor, however slow the device is', async () => {
    expect(await calibrateCost(device(100))).toEqual({ memoryKib: 19 * 1024, passes: 2 });
  });

  it.each([0.2, 1, 2, 5, 13])('is about half a second on a device with %d ms a pass and mebibyte', async (msPerMib) => {
    const cost = await calibrateCost(device(msPerMib));
    const tookMs = await device(msPerMib)(cost);
    expect(tookMs).toBeGreaterThan(380);
    expect(tookMs).toBeLessThan(640);
    expect(cost.memoryKib).toBeLessThanOrEqual(128 * 1024);
  });

  it('stays bearable for other devices where the clock says nothing took any time', async () => {
    expect(await calibrateCost(async () => 0)).toEqual({ memoryKib: 128 * 1024, passes: 16 });
  });
});
