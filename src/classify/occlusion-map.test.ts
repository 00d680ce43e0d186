import { describe, expect, it, vi } from 'vitest';
import { MODEL_CONTRACT } from '../contract/model-contract';
import type { Network } from '../contract/network';
import { occlusionMap } from './occlusion-map';

const { side, labelCount } = MODEL_CONTRACT.classifier;
const calibration = { temperature: 1, sureThreshold: 0.9, notDigitThreshold: 0.5 };
/** The only pixel that the made-up network below looks at. */
const DOT = 10 * side + 20;

/** Reads a 3 where the dot has ink, else a 5. */
const network: Network = {
  async run(input, [count = 0]) {
    const data = new Float32Array(count * (labelCount + 1));
    for (let index = 0; index < count; index++) {
      data[index * (labelCount + 1) + ((input[index * side * side + DOT] ?? 0) > 0.5 ? 3 : 5)] = 20;
    }
    return { data, shape: [count, labelCount + 1] };
  },
  dispose() {},
};

const glyph = { side, data: new Uint8Array(side * side).fill(255, DOT, DOT + 1) };

describe('occlusionMap', () => {
  it('is highest around what the label hangs on, and 0 far from it', async () => {
    const map = await occlusionMap(glyph, 3, network, calibration);
    expect(map).toMatchObject({ label: 3, side });
    expect(map.probability).toBeCloseTo(1, 3);
    expect(map.drop).toHaveLength(side * side);
    expect(map.drop[DOT]).toBeCloseTo(1, 3);
    expect(map.drop[DOT]).toBe(Math.max(...map.drop));
    expect(map.drop[0]).toBeCloseTo(0, 6);
    expect(map.drop[DOT + 3]).toBeGreaterThan(0);
    expect(map.drop[DOT + 3]).toBeLessThan(map.drop[DOT]!);
  });

  it('is below 0 where the ink speaks for another label', async () => {
    const map = await occlusionMap(glyph, 5, network, calibration);
    expect(map.probability).toBeCloseTo(0, 3);
    expect(map.drop[DOT]).toBeCloseTo(-1, 3);
  });

  it('stops when it is cancelled', async () => {
    const run = vi.spyOn(network, 'run');
    await expect(occlusionMap(glyph, 3, network, calibration, AbortSignal.abort())).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(run).toHaveBeenCalledTimes(1);
  });
});
