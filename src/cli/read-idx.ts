import { gunzipSync } from 'node:zlib';

/** A file of the IDX format that MNIST is published in: unsigned bytes in a box of any number of dimensions. */
export interface IdxFile {
  readonly dimensions: readonly number[];
  readonly data: Uint8Array;
}

/**
 * Reads an IDX file, gzip-compressed or plain.
 *
 * @throws when it is not one, holds other numbers than unsigned bytes, or is cut off
 */
export function readIdx(bytes: Uint8Array): IdxFile {
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  const view = new DataView(plain.buffer, plain.byteOffset, plain.byteLength);
  const isUnsignedBytes = plain.length >= 8 && view.getUint16(0) === 0 && plain[2] === 0x08;
  if (!isUnsignedBytes) throw new Error('not an IDX file of unsigned bytes');
  const dimensions = Array.from({ length: plain[3]! }, (_, index) => view.getUint32(4 + index * 4));
  const start = 4 + dimensions.length * 4;
  const count = dimensions.reduce((product, length) => product * length, 1);
  if (plain.length < start + count) throw new Error('the IDX file is cut off');
  return { dimensions, data: plain.subarray(start, start + count) };
}
