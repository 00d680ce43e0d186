import { expect, it } from 'vitest';
import { MODEL_CONTRACT } from '../contract/model-contract';
import { readPlateMaps } from './read-plate-maps';

const { stride, cornerUnit, channels } = MODEL_CONTRACT['plate-finder'];
const DEPTH = channels.length;
const [ROWS, COLUMNS] = [5, 6];

/** Maps without heat but at some cells; the corners there are half a unit away from the middle. */
function maps(
  heats: readonly (readonly [row: number, column: number, heat: number])[],
  corners = [-1, -1, 1, -1, 1, 1, -1, 1],
) {
  const data = new Float32Array(ROWS * COLUMNS * DEPTH);
  for (let at = 0; at < data.length; at += DEPTH) data[at] = -8;
  for (const [row, column, heat] of heats) {
    const at = (row * COLUMNS + column) * DEPTH;
    data[at] = heat;
    data.set(
      corners.map((value) => value / 2),
      at + 1,
    );
  }
  return { data, shape: [1, ROWS, COLUMNS, DEPTH] };
}

it('finds one plate a peak, its corners around the middle of the cell', () => {
  const [plate, ...others] = readPlateMaps(maps([[2, 3, 3]]), 0.3);
  expect(others).toEqual([]);
  const [x, y, half] = [3.5 * stride, 2.5 * stride, cornerUnit / 2];
  expect(plate?.quad).toEqual([
    { x: x - half, y: y - half },
    { x: x + half, y: y - half },
    { x: x + half, y: y + half },
    { x: x - half, y: y + half },
  ]);
  expect(plate?.score).toBeCloseTo(1 / (1 + Math.exp(-3)));
});

it('takes the hotter of two neighbors, the first of two that are as hot, and none below the threshold', () => {
  expect(
    readPlateMaps(
      maps([
        [2, 3, 3],
        [2, 4, 2],
      ]),
      0.3,
    ),
  ).toHaveLength(1);
  expect(
    readPlateMaps(
      maps([
        [2, 3, 3],
        [2, 4, 3],
      ]),
      0.3,
    ),
  ).toHaveLength(1);
  expect(
    readPlateMaps(
      maps([
        [1, 1, 3],
        [3, 4, 3],
      ]),
      0.3,
    ),
  ).toHaveLength(2);
  expect(readPlateMaps(maps([[2, 3, -1]]), 0.3)).toHaveLength(0);
});

it('leaves out what cannot be straightened', () => {
  expect(readPlateMaps(maps([[2, 3, 3]], [1, -1, -1, -1, 1, 1, -1, 1]), 0.3)).toEqual([]);
});
