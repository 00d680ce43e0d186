import { describe, expect, it } from 'vitest';
import type { GrayImage } from '../contract/image';
import { MODEL_CONTRACT } from '../contract/model-contract';
import type { Network } from '../contract/network';
import { locateDigits } from './locate-digits';

const { stride, referenceHeight, channels, sizeMultiple } = MODEL_CONTRACT.locator;

function paper(
  width: number,
  height: number,
  squares: readonly [x: number, y: number, side: number][] = [],
): GrayImage {
  const data = new Uint8Array(width * height).fill(230);
  for (const [x, y, side] of squares) {
    for (let row = y; row < y + side; row++) data.fill(30, row * width + x, row * width + x + side);
  }
  return { width, height, data };
}

/** Finds solid dark squares: a component of strongly negative input is a 'digit' of its own size. */
function squareFinder(): Network & { shapes: (readonly number[])[] } {
  const shapes: (readonly number[])[] = [];
  return {
    shapes,
    dispose() {},
    async run(input, shape) {
      shapes.push(shape);
      const [, height = 0, width = 0] = shape;
      const [rows, columns] = [height / stride, width / stride];
      const data = new Float32Array(rows * columns * channels.length).fill(0);
      for (let cell = 0; cell < rows * columns; cell++) data[cell * channels.length] = -20;
      const isDark = (x: number, y: number) => (input[y * width + x] ?? 0) < -0.4;
      const seen = new Set<number>();
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
          if (!isDark(x, y) || seen.has(y * width + x)) continue;
          let [w, h] = [0, 0];
          while (isDark(x + w, y)) w++;
          while (isDark(x, y + h)) h++;
          for (let j = y - 2; j < y + h + 2; j++) for (let i = x - 2; i < x + w + 2; i++) seen.add(j * width + i);
          if (h < 10 || h > 70) continue;
          const [cx, cy] = [(x + w / 2) / stride, (y + h / 2) / stride];
          const at = (Math.floor(cy) * columns + Math.floor(cx)) * channels.length;
          data.set([5, Math.log(w / referenceHeight), Math.log(h / referenceHeight), cx % 1, cy % 1], at);
        }
      }
      return { data, shape: [1, rows, columns, channels.length] };
    },
  };
}

const calibration = { heatThreshold: 0.3 };

describe('locateDigits', () => {
  it.each([
    ['a small square on a small page', 60, 50, 20],
    ['a square on a page of a phone', 1500, 2000, 90],
    ['a huge square', 900, 900, 500],
  ])('finds %s, in page pixels', async (_, width, height, side) => {
    const x = Math.round(width * 0.3);
    const y = Math.round(height * 0.3);
    const { regions } = await locateDigits(paper(width, height, [[x, y, side]]), squareFinder(), calibration);
    expect(regions).toHaveLength(1);
    const box = regions[0]?.box;
    expect(Math.abs((box?.x ?? 0) - x)).toBeLessThan(side * 0.2);
    expect(Math.abs((box?.height ?? 0) - side)).toBeLessThan(side * 0.3);
  });

  it('finds each of many once, across tiles', async () => {
    const squares = Array.from({ length: 240 }, (_, k): [number, number, number] => [
      40 + (k % 20) * 110,
      40 + Math.floor(k / 20) * 110,
      40,
    ]);
    const { regions } = await locateDigits(paper(2300, 1400, squares), squareFinder(), calibration);
    expect(regions).toHaveLength(squares.length);
  });

  it.each([
    ['blank', paper(300, 200)],
    ['1x1', paper(1, 1)],
    ['one pixel high', paper(5000, 1)],
  ])('finds nothing on %s paper', async (_, page) => {
    expect(await locateDigits(page, squareFinder(), calibration)).toEqual({ regions: [], alternatives: [] });
  });

  it('keeps faint and hidden marks as alternatives', async () => {
    const network = squareFinder();
    const run = network.run.bind(network);
    const logit = (heat: number) => Math.log(heat / (1 - heat));
    network.run = async (input, shape) => {
      const output = await run(input, shape);
      const depth = channels.length;
      for (let at = 0; at < output.data.length; at += depth) {
        if (output.data[at] !== 5) continue;
        // A twin of each square, two cells to the right, and a faint mark far below it.
        const [twin, faint] = [at + 2 * depth, at + 12 * (output.shape[2] ?? 0) * depth];
        output.data.set(output.data.subarray(at, at + depth), twin);
        output.data.set(output.data.subarray(at, at + depth), faint);
        [output.data[twin], output.data[faint]] = [logit(0.5), logit(0.15)];
      }
      return output;
    };
    const { regions, alternatives } = await locateDigits(paper(200, 200, [[60, 60, 32]]), network, calibration);
    expect(regions).toHaveLength(1);
    expect(alternatives.map(({ score }) => score.toFixed(2)).sort()).toEqual(['0.15', '0.50']);
  });

  it('gives the network sizes that it takes, and bounded ones', async () => {
    const network = squareFinder();
    await locateDigits(paper(4000, 3000, [[400, 400, 100]]), network, calibration);
    for (const [, height = 0, width = 0] of network.shapes) {
      expect([height % sizeMultiple, width % sizeMultiple]).toEqual([0, 0]);
      expect(height * width).toBeLessThan(1_000_000);
    }
  });

  it('stops when cancelled, between two runs', async () => {
    const controller = new AbortController();
    const network = squareFinder();
    const run = network.run.bind(network);
    network.run = (input, shape) => {
      controller.abort(new Error('cancelled'));
      return run(input, shape);
    };
    const reading = locateDigits(paper(2000, 2000), network, calibration, controller.signal);
    await expect(reading).rejects.toThrow('cancelled');
    expect(network.shapes).toHaveLength(1);
  });
});
