/** The digits of 'Test on this device', written by `scripts/write-self-test.ts`: labels, then pixels, gzipped. */
export const SELF_TEST = { path: 'model-card/self-test.bin', bytes: 156_461, count: 1000, side: 28 } as const;

export interface SelfTestSample {
  /** The true digits, 0..9. */
  readonly labels: Uint8Array;
  /** Gray levels, light ink on black, one picture after the other. */
  readonly pixels: Uint8Array;
}

/**
 * Unpacks the sample.
 *
 * @returns `undefined` when the bytes are not the sample
 */
export async function unpackSelfTest(packed: Uint8Array<ArrayBuffer>): Promise<SelfTestSample | undefined> {
  try {
    const unpacked = new Response(packed).body?.pipeThrough(new DecompressionStream('gzip'));
    const bytes = new Uint8Array(await new Response(unpacked ?? null).arrayBuffer());
    const { count, side } = SELF_TEST;
    if (bytes.length !== count * (1 + side * side)) return undefined;
    return { labels: bytes.subarray(0, count), pixels: bytes.subarray(count) };
  } catch {
    return undefined;
  }
}
