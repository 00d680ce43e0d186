/**
 * Unpacks PackBits (TIFF 6.0, section 9): runs of equal bytes and runs of different ones.
 *
 * @param size how many bytes are wanted
 * @returns as many as there are
 */
export function unpackBits(packed: Uint8Array, size: number): Uint8Array {
  const unpacked = new Uint8Array(size);
  let to = 0;
  for (let from = 0; from < packed.length && to < size; ) {
    const head = packed[from]!;
    if (head < 128) {
      const literal = packed.subarray(from + 1, Math.min(from + 2 + head, from + 1 + size - to));
      unpacked.set(literal, to);
      to += head + 1;
      from += head + 2;
    } else if (head > 128) {
      unpacked.fill(packed[from + 1] ?? 0, to, to + 257 - head);
      to += 257 - head;
      from += 2;
    } else {
      from += 1;
    }
  }
  return unpacked.subarray(0, to);
}
