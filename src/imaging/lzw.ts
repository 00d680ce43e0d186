const CLEAR = 256;
const END = 257;
const MOST_CODES = 4096;

/**
 * Unpacks LZW as TIFF has it (TIFF 6.0, section 13): codes of 9 to 12 bits, highest bit first, one bit longer one code early.
 *
 * @param size how many bytes are wanted
 * @returns as many as there are before the end or a damaged place
 */
export function unpackLzw(packed: Uint8Array, size: number): Uint8Array {
  const unpacked = new Uint8Array(size);
  // A string is a stretch of what was unpacked before: where it starts and how long it is.
  const starts = new Int32Array(MOST_CODES);
  const lengths = new Int32Array(MOST_CODES);
  let [next, bits, to, from, held, heldBits] = [END + 1, 9, 0, 0, 0, 0];
  let previous = -1;
  while (to < size) {
    while (heldBits < bits) {
      if (from >= packed.length) return unpacked.subarray(0, to);
      held = ((held << 8) | packed[from++]!) & 0xffffff;
      heldBits += 8;
    }
    heldBits -= bits;
    const code = (held >>> heldBits) & ((1 << bits) - 1);
    if (code === END) return unpacked.subarray(0, to);
    if (code === CLEAR) {
      [next, bits, previous] = [END + 1, 9, -1];
      continue;
    }
    const start = to;
    if (previous >= 0 && next < MOST_CODES) {
      // The string before this one and the first byte of this one, which is about to be written behind it.
      starts[next] = previous;
      lengths[next] = start - previous + 1;
      next += 1;
    }
    if (code < CLEAR) {
      unpacked[to++] = code;
    } else if (code > END && code < next) {
      const end = starts[code]! + lengths[code]!;
      for (let copied = starts[code]!; copied < end && to < size; copied += 1) unpacked[to++] = unpacked[copied]!;
    } else {
      return unpacked.subarray(0, to);
    }
    previous = start;
    if (next >= (1 << bits) - 1 && bits < 12) bits += 1;
  }
  return unpacked.subarray(0, to);
}
