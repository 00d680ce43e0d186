import { readIcoEntries } from '../containers/ico-entries';
import { readTiffPages, TIFF_TAGS, tiffOrientation } from '../containers/tiff-directory';
import type { DeclaredSize } from '../contract/accepted-image';
import type { ImageFormatId } from '../contract/image-formats';
import { readJpegSize } from './jpeg-size';
import { decodeText } from './markup-root';
import { readSvgSize } from './svg-size';

type SizeReader = (bytes: Uint8Array, view: DataView) => DeclaredSize | undefined;

const SIZE_READERS: Readonly<Record<ImageFormatId, SizeReader>> = {
  png: (_bytes, view) =>
    view.getUint32(12) === fourCharacters('IHDR') ? sized(view.getUint32(16), view.getUint32(20)) : undefined,
  jpeg: (_bytes, view) => readJpegSize(view),
  webp: readWebpSize,
  gif: (_bytes, view) => sized(view.getUint16(6, true), view.getUint16(8, true)),
  bmp: (_bytes, view) =>
    view.getUint32(14, true) === 12
      ? sized(view.getUint16(18, true), view.getUint16(20, true))
      : sized(view.getInt32(18, true), Math.abs(view.getInt32(22, true))),
  ico: (bytes) => {
    const [largest] = readIcoEntries(bytes);
    return largest && sized(largest.width, largest.height);
  },
  avif: readHeifSize,
  heic: readHeifSize,
  tiff: readTiffSize,
  pdf: () => undefined,
  svg: (bytes) => readSvgSize(decodeText(bytes) ?? ''),
};

/**
 * Reads the size a picture's header claims, without decoding.
 *
 * @returns `undefined` when the header is cut off, damaged or silent; a size is never negative or zero
 */
export function readDeclaredSize(format: ImageFormatId, bytes: Uint8Array): DeclaredSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return SIZE_READERS[format](bytes, view);
  } catch (error) {
    // Reading past the end: the header is cut off.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function sized(width: number, height: number): DeclaredSize | undefined {
  return width > 0 && height > 0 ? { width, height } : undefined;
}

function fourCharacters(code: string): number {
  return [...code].reduce((value, character) => value * 256 + character.charCodeAt(0), 0);
}

/** The three kinds of first chunk: extended, lossless, lossy (RFC 9649). */
function readWebpSize(bytes: Uint8Array, view: DataView): DeclaredSize | undefined {
  const chunk = view.getUint32(12);
  if (chunk === fourCharacters('VP8X')) {
    const width = 1 + (view.getUint32(24, true) & 0xffffff);
    const height = 1 + view.getUint8(27) + (view.getUint16(28, true) << 8);
    return sized(width, height);
  }
  if (chunk === fourCharacters('VP8L')) {
    const bits = view.getUint32(21, true);
    return sized(1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff));
  }
  const isKeyFrame = bytes[23] === 0x9d && bytes[24] === 0x01 && bytes[25] === 0x2a;
  return isKeyFrame ? sized(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff) : undefined;
}

/**
 * The largest 'ispe' property: a picture made of tiles has one for the tiles and a larger one for the whole. The turn ('irot')
 * is the same for the picture and its thumbnail.
 */
function readHeifSize(bytes: Uint8Array, view: DataView): DeclaredSize | undefined {
  const sizes = propertiesOf('ispe', bytes, view, 20).flatMap((at) => {
    const isKnown = view.getUint32(at + 8) === 0;
    return (isKnown && sized(view.getUint32(at + 12), view.getUint32(at + 16))) || [];
  });
  const [largest] = sizes.sort((a, b) => b.width * b.height - a.width * a.height);
  const isTurned = propertiesOf('irot', bytes, view, 9).some((at) => (view.getUint8(at + 8) & 1) === 1);
  return largest && { ...largest, ...(isTurned && { isTurned }) };
}

/** Where boxes of a type and length start, wherever they lie. */
function propertiesOf(type: string, bytes: Uint8Array, view: DataView, length: number): number[] {
  const code = fourCharacters(type);
  const found: number[] = [];
  const first = type.charCodeAt(0);
  for (
    let at = bytes.indexOf(first, 4);
    at >= 0 && at - 4 + length <= bytes.length;
    at = bytes.indexOf(first, at + 1)
  ) {
    if (view.getUint32(at) === code && view.getUint32(at - 4) === length) found.push(at - 4);
  }
  return found;
}

function readTiffSize(bytes: Uint8Array): DeclaredSize | undefined {
  const [page] = readTiffPages(bytes);
  const size = page && sized(page.values(TIFF_TAGS.width)[0] ?? 0, page.values(TIFF_TAGS.height)[0] ?? 0);
  return size && { ...size, ...(tiffOrientation(page) >= 5 && { isTurned: true }) };
}
