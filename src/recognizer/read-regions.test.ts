import { describe, expect, it } from 'vitest';
import { MODEL_CONTRACT } from '../contract/model-contract';
import type { Network } from '../contract/network';
import { failed, success } from '../contract/result';
import type { Reader } from '../reading/reader';
import { readRegions } from './read-regions';
import { testImage } from './test-recognizer';

const { labelCount } = MODEL_CONTRACT.classifier;
const image = testImage('amount.png');

/** Reads a 7 where there is any ink, else no digit. */
const network: Network = {
  async run(input, [count = 0]) {
    const data = new Float32Array(count * (labelCount + 1));
    const area = input.length / count;
    for (let index = 0; index < count; index++) {
      const hasInk = input.subarray(index * area, (index + 1) * area).some((ink) => ink > 0.5);
      data[index * (labelCount + 1) + (hasInk ? 7 : labelCount)] = 20;
    }
    return { data, shape: [count, labelCount + 1] };
  },
  dispose() {},
};

/** White, 40 x 20, shrunk to half its size by the decoder, with a dark stroke in its right half. */
const pixels = new Uint8ClampedArray(40 * 20 * 4).fill(255);
for (let y = 6; y < 14; y++) pixels.fill(0, (y * 40 + 30) * 4, (y * 40 + 32) * 4);

const reader = {
  decode: async () => success({ width: 40, height: 20, originalWidth: 80, originalHeight: 40, data: pixels }),
  classifier: { network, calibration: { temperature: 1, sureThreshold: 0.9, notDigitThreshold: 0.5 } },
} as unknown as Reader;

describe('readRegions', () => {
  it('reads each place, in pixels of the original, and leaves none out', async () => {
    const boxes = [
      { x: 0, y: 8, width: 16, height: 20 },
      { x: 54, y: 8, width: 16, height: 24 },
    ];
    const result = await readRegions(image, boxes, async () => success(reader));
    expect(result).toMatchObject({
      ok: true,
      value: [
        { region: { box: boxes[0] }, prediction: { verdict: 'not-a-digit' } },
        { region: { box: boxes[1] }, prediction: { verdict: 'sure', ranked: [{ label: 7 }, ...Array(9).fill({})] } },
      ],
    });
  });

  it('passes failures on, with the name of the file', async () => {
    expect(await readRegions(image, [], async () => failed({ kind: 'backend-unavailable' }))).toEqual(
      failed({ kind: 'backend-unavailable', fileName: 'amount.png' }),
    );
    const broken = { ...reader, decode: async () => failed({ kind: 'undecodable' as const }) };
    expect(await readRegions(image, [], async () => success(broken))).toMatchObject({
      failure: { kind: 'undecodable', fileName: 'amount.png' },
    });
  });

  it('stops when it is cancelled', async () => {
    await expect(
      readRegions(image, [], async () => success(reader), { signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});
