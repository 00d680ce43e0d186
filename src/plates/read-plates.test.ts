import { expect, it } from 'vitest';
import type { GrayImage } from '../contract/image';
import { MODEL_CONTRACT } from '../contract/model-contract';
import type { Network } from '../contract/network';
import { cornersOf } from './quad';
import { readPlates } from './read-plates';

const { width, stride, characters } = MODEL_CONTRACT['plate-reader'];
const OUTPUTS = characters.length + 1;
const COLUMNS = width / stride;

/** Says of every plate the same: each character in a column of its own, with so much logit. */
function reader(text: string, logit = 12): Network & { batches: number[] } {
  const batches: number[] = [];
  return {
    batches,
    dispose: () => {},
    run: async (_, [count = 0]) => {
      batches.push(count);
      const data = new Float32Array(count * COLUMNS * OUTPUTS);
      for (let column = 0; column < count * COLUMNS; column++) data[column * OUTPUTS + OUTPUTS - 1] = 12;
      for (let plate = 0; plate < count; plate++) {
        for (const [index, code] of [...text].entries()) {
          const at = (plate * COLUMNS + 4 + index * 5) * OUTPUTS;
          data[at + characters.indexOf(code)] = logit;
          data[at + OUTPUTS - 1] = 0;
        }
      }
      return { data, shape: [count, 1, COLUMNS, OUTPUTS] };
    },
  };
}

const PAGE: GrayImage = { width: 400, height: 100, data: new Uint8Array(40_000).fill(90) };
const PLACE = { quad: cornersOf({ x: 40, y: 20, width: 320, height: 60 }), score: 0.9 };

it('reads the text with its probability, and each character where it stands', async () => {
  const [reading] = await readPlates(PAGE, [PLACE], reader('AY034'), { temperature: 1 });
  expect(reading?.texts[0]?.text).toBe('AY034');
  expect(reading?.probabilityOf('AY034')).toBeCloseTo(reading!.texts[0]!.probability, 3);
  expect(reading!.probabilityOf('AYO34')).toBeLessThan(0.01);
  const found = reading!.charactersOf('AY034');
  expect(found.map(({ code }) => code).join('')).toBe('AY034');
  const lefts = found.map(({ box }) => box.x);
  expect(lefts).toEqual([...lefts].sort((a, b) => a - b));
  for (const { box } of found) {
    expect(box.y).toBeCloseTo(20, 0);
    expect(box.height).toBeCloseTo(60, 0);
    expect(box.x).toBeGreaterThanOrEqual(20);
    expect(box.x + box.width).toBeLessThanOrEqual(380);
  }
  expect(found[2]?.digits[0]).toBeCloseTo(1, 2);
  expect(found[0]?.digits.every((probability) => probability < 0.01)).toBe(true);
});

it('is less certain at a higher temperature', async () => {
  const [cold] = await readPlates(PAGE, [PLACE], reader('A1', 3), { temperature: 1 });
  const [warm] = await readPlates(PAGE, [PLACE], reader('A1', 3), { temperature: 3 });
  expect(warm!.texts[0]!.probability).toBeLessThan(cold!.texts[0]!.probability);
});

it('gives many plates to the network in batches, and nothing for none', async () => {
  const network = reader('B2');
  const readings = await readPlates(PAGE, Array(11).fill(PLACE), network, { temperature: 1 });
  expect(readings).toHaveLength(11);
  expect(network.batches).toEqual([8, 3]);
  expect(await readPlates(PAGE, [], network, { temperature: 1 })).toEqual([]);
});
