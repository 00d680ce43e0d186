import type { DeclaredSize } from '../contract/accepted-image';

/**
 * Walks the segments to the frame header (ITU-T T.81, B.2.2), past the EXIF data; a thumbnail's own header lies inside
 * a segment and is skipped with it.
 *
 * @throws RangeError when the file is cut off before the frame header
 */
export function readJpegSize(view: DataView): DeclaredSize | undefined {
  let isTurned = false;
  for (let offset = 2; view.getUint8(offset) === 0xff; ) {
    const marker = view.getUint8(offset + 1);
    const hasNoLength = marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    if (hasNoLength) {
      // A fill byte stands before the marker proper.
      offset += marker === 0xff ? 1 : 2;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) {
      const [width, height] = [view.getUint16(offset + 7), view.getUint16(offset + 5)];
      return width > 0 && height > 0 ? { width, height, ...(isTurned && { isTurned }) } : undefined;
    }
    const isScanOrEnd = marker === 0xda || marker === 0xd9;
    if (isScanOrEnd) return undefined;
    const length = view.getUint16(offset + 2);
    if (marker === 0xe1) isTurned ||= isTurnedByExif(view, offset + 4, offset + 2 + length);
    offset += 2 + length;
  }
  return undefined;
}

const EXIF = 0x45786966;
const ORIENTATION = 0x0112;

/** Orientations 5 to 8 (Exif 2.32, 4.6.4) swap the sides. */
function isTurnedByExif(view: DataView, start: number, end: number): boolean {
  if (end > view.byteLength || end - start < 14 || view.getUint32(start) !== EXIF) return false;
  const tiff = start + 6;
  const isLittleEndian = view.getUint16(tiff) === 0x4949;
  const directory = tiff + view.getUint32(tiff + 4, isLittleEndian);
  if (directory + 2 > end) return false;
  const count = view.getUint16(directory, isLittleEndian);
  for (let entry = directory + 2; entry + 12 <= end && entry < directory + 2 + count * 12; entry += 12) {
    if (view.getUint16(entry, isLittleEndian) === ORIENTATION) return view.getUint16(entry + 8, isLittleEndian) >= 5;
  }
  return false;
}
