import { expect, it } from 'vitest';
import { blockMean, transposed } from './block-mean';

it('means of whole blocks, without what is left at the edges', () => {
  const image = { width: 5, height: 3, data: Uint8Array.from([0, 2, 4, 6, 9, 2, 4, 6, 8, 9, 9, 9, 9, 9, 9]) };
  expect(blockMean(image, 2)).toEqual({ width: 2, height: 1, data: Float32Array.from([2, 6]) });
  expect([...blockMean(image, 1).data]).toEqual([...image.data]);
});

it('columns become rows', () => {
  const image = { width: 3, height: 2, data: Uint8Array.from([1, 2, 3, 4, 5, 6]) };
  expect(transposed(image)).toEqual({ width: 2, height: 3, data: Float32Array.from([1, 4, 2, 5, 3, 6]) });
});
