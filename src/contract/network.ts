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

/** Where inference runs. `location` tells a worker from the page itself. */
export interface BackendInfo {
  readonly name: 'webgl' | 'wasm' | 'cpu';
  readonly location: 'worker' | 'page' | 'node';
  /** Why this one was chosen, in words for the settings page, e.g. 'WebGL is emulated in software here'. */
  readonly reason: string;
}
