import { unpackLzw } from '../imaging/lzw';
import { unpackBits } from '../imaging/pack-bits';
import { reversed, unpackFax } from '../imaging/unpack-fax';
import { inflateBytes } from './inflate-bytes';
import type { TiffLayout, TiffSegment } from './tiff-layout';

/** How many channels lie side by side in a segment. */
export function channelsOf(layout: TiffLayout): number {
  return layout.isPlanar ? 1 : layout.channels;
}

/**
 * The bytes of a strip or tile, unpacked: rows of samples, each row from a whole byte on. Fewer where the file is damaged.
 *
 * @throws for a way of packing that is not known
 */
export async function unpackSegment(file: Uint8Array, segment: TiffSegment, layout: TiffLayout): Promise<Uint8Array> {
  const rowBytes = Math.ceil((segment.width * channelsOf(layout) * layout.bits) / 8);
  const size = rowBytes * segment.height;
  const stored = file.subarray(segment.start, segment.end);
  const fax = { ...segment, isTwoDimensional: layout.isTwoDimensionalFax, isLowBitFirst: layout.isLowBitFirst };
  switch (layout.compression) {
    case 2:
      return unpackFax(stored, { ...fax, coding: 'rows' });
    case 3:
      return unpackFax(stored, { ...fax, coding: 'group-3' });
    case 4:
      return unpackFax(stored, { ...fax, coding: 'group-4' });
  }
  const packed = layout.isLowBitFirst ? stored.map(reversed) : stored;
  const unpacked = await unpackBytes(packed, layout.compression, size);
  if (layout.predictor === 2) undoDifferences(unpacked, rowBytes, layout);
  return unpacked;
}

async function unpackBytes(packed: Uint8Array, compression: number, size: number): Promise<Uint8Array> {
  switch (compression) {
    case 1:
      return packed.slice(0, size);
    case 5:
      return unpackLzw(packed, size);
    case 8:
    case 32946:
      return inflateBytes(packed, size);
    case 32773:
      return unpackBits(packed, size);
    default:
      throw new Error(`TIFF compression ${compression} is not supported`);
  }
}

/** Each sample is stored as the difference from the one to its left (TIFF 6.0, section 14). */
function undoDifferences(bytes: Uint8Array, rowBytes: number, layout: TiffLayout): void {
  const channels = channelsOf(layout);
  if (layout.bits === 8) {
    for (let row = 0; row < bytes.length; row += rowBytes) {
      const end = Math.min(row + rowBytes, bytes.length);
      for (let at = row + channels; at < end; at += 1) bytes[at] = bytes[at]! + bytes[at - channels]!;
    }
  } else if (layout.bits === 16) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const step = channels * 2;
    for (let row = 0; row < bytes.length; row += rowBytes) {
      const end = Math.min(row + rowBytes, bytes.length);
      for (let at = row + step; at + 1 < end; at += 2) {
        const sum = view.getUint16(at, layout.isLittleEndian) + view.getUint16(at - step, layout.isLittleEndian);
        view.setUint16(at, sum & 0xffff, layout.isLittleEndian);
      }
    }
  } else {
    throw new Error(`differences of ${layout.bits} bits are not supported`);
  }
}

/** How many pixels of each row of a segment there are in its bytes. */
export function columnCounter(bytes: Uint8Array, { width }: TiffSegment, layout: TiffLayout): (y: number) => number {
  const pixelBits = channelsOf(layout) * layout.bits;
  const rowBytes = Math.ceil((width * pixelBits) / 8);
  return (y) => Math.max(0, Math.min(width, Math.floor(((bytes.length - y * rowBytes) * 8) / pixelBits)));
}

/**
 * Gives the samples of a segment, reduced to 8 bits: the upper ones of longer samples, fractions of 1 times 255.
 *
 * @returns the sample of a channel of the pixel at a place in the segment; palettes get the number itself
 */
export function sampleReader(
  bytes: Uint8Array,
  segment: TiffSegment,
  layout: TiffLayout,
): (x: number, y: number, channel: number) => number {
  const { bits, isLittleEndian, isFloat } = layout;
  const channels = channelsOf(layout);
  const rowBits = Math.ceil((segment.width * channels * bits) / 8) * 8;
  const bitOf = (x: number, y: number, channel: number) => y * rowBits + (x * channels + channel) * bits;
  if (isFloat) {
    if (bits !== 32) throw new Error(`fractions of ${bits} bits are not supported`);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return (x, y, channel) => view.getFloat32(bitOf(x, y, channel) >> 3, isLittleEndian) * 255;
  }
  if (bits === 8) return (x, y, channel) => bytes[bitOf(x, y, channel) >> 3]!;
  if (bits === 16 || bits === 32) {
    const upper = isLittleEndian ? bits / 8 - 1 : 0;
    return (x, y, channel) => bytes[(bitOf(x, y, channel) >> 3) + upper]!;
  }
  if (bits > 16 || bits < 1) throw new Error(`${bits} bits a sample are not supported`);
  // Palettes are looked up by the number; other short samples are spread over 0..255.
  const spread = layout.photometric === 3 ? 1 : 255 / (2 ** bits - 1);
  return (x, y, channel) => {
    const bit = bitOf(x, y, channel);
    const at = bit >> 3;
    const three = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    return ((three >> (24 - (bit & 7) - bits)) & (2 ** bits - 1)) * spread;
  };
}
