import { describe, expect, it } from 'vitest';
import type { GrayImage } from '../contract/image';
import { MODEL_CONTRACT } from '../contract/model-contract';
import type { Network } from '../contract/network';
import { classifyDigits } from './classify-digits';

const CALIBRATION = { temperature: 1, sureThreshold: 0.9, notDigitThreshold: 0.5 };
const { labelCount } = MODEL_CONTRACT.classifier;

/** Takes every glyph for the same digit, and counts the runs. */
function networkFor(label: number): Network & { runs: number[] } {
  const runs: number[] = [];
  return {
    runs,
    run: async (_input, [count = 0]) => {
      runs.push(count);
      const data = new Float32Array(count * (labelCount + 1));
      for (let index = 0; index < count; index += 1) data[index * (labelCount + 1) + label] = 9;
      return { data, shape: [count, labelCount + 1] };
    },
    dispose: () => {},
  };
}

function pictures(count: number): GrayImage[] {
  return Array.from({ length: count }, () => ({ width: 2, height: 2, data: new Uint8Array([0, 255, 0, 255]) }));
}

describe('classifyDigits', () => {
  it('reads all in batches and tells how far it is', async () => {
    const network = networkFor(7);
    const heard: [number, number][] = [];
    const readings = await classifyDigits(pictures(120), network, CALIBRATION, {
      onProgress: (done, total) => heard.push([done, total]),
    });
    expect(readings).toHaveLength(120);
    expect(readings[119]).toMatchObject({ label: 7, verdict: 'sure' });
    expect(network.runs).toEqual([50, 50, 20]);
    expect(heard).toEqual([
      [50, 120],
      [100, 120],
      [120, 120],
    ]);
  });

  it('stops between batches when it is cancelled', async () => {
    const network = networkFor(1);
    const controller = new AbortController();
    const reading = classifyDigits(pictures(120), network, CALIBRATION, {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    expect(network.runs).toEqual([50]);
  });

  it('has nothing to say about nothing', async () => {
    expect(await classifyDigits([], networkFor(1), CALIBRATION)).toEqual([]);
  });
});
