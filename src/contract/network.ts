/** All that locating and classifying know of inference: tensors in, tensors out, row-major NHWC. */
export interface Network {
  /**
   * @param input row-major values, as long as the product of `shape`
   * @param shape e.g. [1, height, width, 1]
   * @returns the values of the only output, row-major, with its shape
   */
  run(input: Float32Array, shape: readonly number[]): Promise<NetworkOutput>;
  dispose(): void;
}

export interface NetworkOutput {
  readonly data: Float32Array;
  readonly shape: readonly number[];
}

/** Why a backend runs or was passed over; the words for each are messages `shell.backend.reason.*`. */
export const BACKEND_REASONS = [
  'chosen-by-hand',
  'webgl-fastest',
  'wasm-fastest',
  'cpu-last',
  'webgl-missing',
  'webgl-emulated',
  'webgl-lost',
  'wasm-lost',
  'cpu-lost',
] as const;
export type BackendReason = (typeof BACKEND_REASONS)[number];

/** Where inference runs. `location` tells a worker from the page itself. */
export interface BackendInfo {
  readonly name: 'webgl' | 'wasm' | 'cpu';
  readonly location: 'worker' | 'page' | 'node';
  /** Why this one was chosen: `BackendReason`s joined by '; ', among them the technical words of one that failed to start. */
  readonly reason: string;
}
