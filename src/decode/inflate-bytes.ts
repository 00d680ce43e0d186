/**
 * Inflates zlib data with what browsers and Node bring along.
 *
 * @param size how many bytes are wanted: whatever comes behind is never unpacked
 * @returns as many as there are before a damaged place
 */
export async function inflateBytes(packed: Uint8Array, size: number): Promise<Uint8Array> {
  const unpacked = new Uint8Array(size);
  const stream = new Blob([new Uint8Array(packed)]).stream().pipeThrough(new DecompressionStream('deflate'));
  const reader = stream.getReader();
  let at = 0;
  try {
    while (at < size) {
      const { value, done } = await reader.read();
      if (done) break;
      unpacked.set(value.subarray(0, size - at), at);
      at += value.length;
    }
  } catch {
    // Damaged or followed by other bytes: what was unpacked before stays.
  }
  await reader.cancel().catch(() => undefined);
  return unpacked.subarray(0, at);
}
