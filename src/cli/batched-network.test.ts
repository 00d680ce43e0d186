import { describe, expect, it, vi } from 'vitest';
import type { Network } from '../contract/network';
import { batchedNetwork } from './batched-network';

function doubling() {
  const run = vi.fn<Network['run']>(async (input, shape) => ({
    data: input.map((value) => value * 2),
    shape: [shape[0]!, input.length / shape[0]!],
  }));
  return { run, dispose: () => {} };
}

describe('batchedNetwork', () => {
  it('runs what is asked at the same time as one batch, and gives everybody their own rows', async () => {
    const network = doubling();
    const batched = batchedNetwork(network);
    const outputs = await Promise.all([
      batched.run(Float32Array.of(1, 2), [1, 2, 1, 1]),
      batched.run(Float32Array.of(3, 4, 5, 6), [2, 2, 1, 1]),
      Promise.resolve().then(() => batched.run(Float32Array.of(7, 8), [1, 2, 1, 1])),
    ]);
    expect(outputs.map(({ data, shape }) => [[...data], shape])).toEqual([
      [
        [2, 4],
        [1, 2],
      ],
      [
        [6, 8, 10, 12],
        [2, 2],
      ],
      [
        [14, 16],
        [1, 2],
      ],
    ]);
    expect(network.run).toHaveBeenCalledTimes(1);
    expect(network.run.mock.calls[0]![1]).toEqual([4, 2, 1, 1]);
  });

  it('passes a failure on to everybody in the batch, and goes on', async () => {
    const network = doubling();
    network.run.mockRejectedValueOnce(new Error('lost'));
    const batched = batchedNetwork(network);
    const input = () => batched.run(Float32Array.of(1), [1, 1]);
    const outcomes = await Promise.allSettled([input(), input()]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await input()).toMatchObject({ shape: [1, 1] });
  });
});
