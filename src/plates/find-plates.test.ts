import { expect, it } from 'vitest';
import type { GrayImage } from '../contract/image';
import { MODEL_CONTRACT } from '../contract/model-contract';
import type { Network } from '../contract/network';
import { findPlates } from './find-plates';

const { stride, channels, longestSides, sizeMultiple } = MODEL_CONTRACT['plate-finder'];

/** A finder that is sure of a plate in the middle of whatever it sees, `widths[n]` of the input wide at its n-th look. */
function finder(widths: readonly number[]): Network & { readonly shapes: number[][] } {
  const shapes: number[][] = [];
  return {
    shapes,
    dispose: () => {},
    run: async (_, shape) => {
      const share = widths[shapes.length] ?? 0;
      shapes.push([...shape]);
      const [, height = 0, width = 0] = shape;
      const [rows, columns] = [height / stride, width / stride];
      const data = new Float32Array(rows * columns * channels.length).fill(0);
      for (let at = 0; at < data.length; at += channels.length) data[at] = -9;
      const [row, column] = [Math.floor(rows / 2), Math.floor(columns / 2)];
      const half = (share * width) / 2 / MODEL_CONTRACT['plate-finder'].cornerUnit;
      const at = (row * columns + column) * channels.length;
      if (share > 0)
        data.set([2 + shapes.length, -half, -half / 4, half, -half / 4, half, half / 4, -half, half / 4], at);
      return { data, shape: [1, rows, columns, channels.length] };
    },
  };
}

const page = (width: number, height: number): GrayImage => ({ width, height, data: new Uint8Array(width * height) });

it('looks at a large picture in every size of the contract, padded to what the network takes', async () => {
  const network = finder([]);
  await findPlates(page(2000, 1000), network, { heatThreshold: 0.3 });
  expect(network.shapes.map(([, , width]) => width)).toEqual(
    longestSides.map((side) => Math.ceil(side / sizeMultiple) * sizeMultiple),
  );
});

it('enlarges a small picture twice at most, and looks at a size once', async () => {
  const network = finder([]);
  await findPlates(page(100, 50), network, { heatThreshold: 0.3 });
  expect(network.shapes.map(([, , width]) => width)).toEqual([208, 144, 96]);
});

it('keeps the best of places that are nearly the same in two sizes, in pixels of the picture', async () => {
  const found = await findPlates(page(2048, 2048), finder([0.4, 0.4, 0]), { heatThreshold: 0.3 });
  expect(found).toHaveLength(1);
  const [plate] = found;
  expect(plate?.score).toBeCloseTo(1 / (1 + Math.exp(-4)));
  const [left, right] = [plate!.quad[0].x, plate!.quad[1].x];
  expect(right - left).toBeCloseTo(0.4 * 2048, -1);
  expect((left + right) / 2).toBeGreaterThan(1000);
});

it('takes a wide picture as a place of its own, and an upright one not', async () => {
  const wide = await findPlates(page(300, 100), finder([]), { heatThreshold: 0.3 });
  expect(wide.map(({ quad }) => [quad[0], quad[2]])).toEqual([
    [
      { x: 0, y: 0 },
      { x: 300, y: 100 },
    ],
  ]);
  expect(await findPlates(page(100, 300), finder([]), { heatThreshold: 0.3 })).toEqual([]);
});
