import { TIFF_TAGS, type TiffDirectory } from '../containers/tiff-directory';
import { PHOTOMETRIC, type TiffLayout, type TiffSegment } from './tiff-layout';

/** An 'Adobe' segment that says: three channels, and no YCbCr (Adobe Technical Note 5116, 18). */
const PLAIN_RGB = [0xff, 0xee, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, 0];

/**
 * A whole JPEG file for a strip or tile: the tables that all of them share, and its own data (TIFF Technical Note 2). In
 * the older way a page is one JPEG file within the TIFF.
 */
export function jpegSegment(
  file: Uint8Array,
  segment: TiffSegment,
  directory: TiffDirectory,
  { photometric }: TiffLayout,
): Uint8Array<ArrayBuffer> {
  const [stream] = directory.values(TIFF_TAGS.jpegStream);
  const [streamBytes] = directory.values(TIFF_TAGS.jpegStreamBytes);
  if (stream !== undefined) return new Uint8Array(file.subarray(stream, stream + (streamBytes ?? file.length)));

  const tables = directory.range(TIFF_TAGS.jpegTables);
  const shared = tables ? withoutEnds(file.subarray(tables.start, tables.end)) : [];
  const own = file.subarray(segment.start, segment.end);
  const colors = photometric === PHOTOMETRIC.rgb ? PLAIN_RGB : [];
  const jpeg = new Uint8Array(2 + colors.length + shared.length + Math.max(0, own.length - 2));
  jpeg.set([0xff, 0xd8]);
  jpeg.set(colors, 2);
  jpeg.set(shared, 2 + colors.length);
  jpeg.set(own.subarray(2), 2 + colors.length + shared.length);
  return jpeg;
}

/** Without the marks of beginning and end. */
function withoutEnds(jpeg: Uint8Array): Uint8Array {
  const hasEnd = jpeg.at(-2) === 0xff && jpeg.at(-1) === 0xd9;
  return jpeg.subarray(2, hasEnd ? -2 : undefined);
}
