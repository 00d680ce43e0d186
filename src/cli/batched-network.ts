import type { Network, NetworkOutput } from '../contract/network';

interface WaitingRun {
  readonly input: Float32Array;
  readonly count: number;
  readonly resolve: (output: NetworkOutput) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Runs what many callers ask for at the same time as one batch: ten thousand single digits go through the very same
 * code as a digit in the app, but not through ten thousand runs of the network.
 *
 * @param network takes [N, ...rest] and gives one row an input; all callers use the same rest
 */
export function batchedNetwork(network: Network): Network {
  let waiting: WaitingRun[] = [];
  let itemShape: readonly number[] = [];

  async function flush(): Promise<void> {
    const runs = waiting;
    waiting = [];
    try {
      const count = runs.reduce((sum, run) => sum + run.count, 0);
      const joined = new Float32Array(runs.reduce((sum, run) => sum + run.input.length, 0));
      let offset = 0;
      for (const run of runs) {
        joined.set(run.input, offset);
        offset += run.input.length;
      }
      const output = await network.run(joined, [count, ...itemShape]);
      const rowLength = output.data.length / count;
      let row = 0;
      for (const run of runs) {
        const data = output.data.slice(row * rowLength, (row + run.count) * rowLength);
        run.resolve({ data, shape: [run.count, ...output.shape.slice(1)] });
        row += run.count;
      }
    } catch (error) {
      for (const run of runs) run.reject(error);
    }
  }

  return {
    run(input, [count = 0, ...rest]) {
      itemShape = rest;
      // Callers that start in the same turn of the event loop share a batch.
      if (waiting.length === 0) setImmediate(flush);
      return new Promise((resolve, reject) => {
        waiting.push({ input, count, resolve, reject });
      });
    },
    dispose: () => network.dispose(),
  };
}
