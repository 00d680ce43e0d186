/** One picture of a TIFF file, or the EXIF data of another file: numbers by tag (TIFF 6.0, section 2). */
export interface TiffDirectory {
  readonly isLittleEndian: boolean;
  /** Values of a field; empty for one that is not there or is no whole numbers. */
  readonly values: (tag: number) => readonly number[];
  /** Where the bytes of a field lie; `undefined` for one that is not there. */
  readonly range: (tag: number) => { readonly start: number; readonly end: number } | undefined;
}

export const TIFF_TAGS = {
  subfileType: 254,
  width: 256,
  height: 257,
  bitsPerSample: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  stripOffsets: 273,
  orientation: 274,
  samplesPerPixel: 277,
  rowsPerStrip: 278,
  stripByteCounts: 279,
  planar: 284,
  faxOptions: 292,
  predictor: 317,
  colorMap: 320,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileByteCounts: 325,
  extraSamples: 338,
  sampleFormat: 339,
  jpegTables: 347,
  jpegStream: 513,
  jpegStreamBytes: 514,
} as const;

/** Bytes a value of each field type that holds whole numbers: BYTE, SHORT, LONG, UNDEFINED, IFD, LONG8. */
const VALUE_BYTES: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4, 7: 1, 13: 4, 16: 8 };

interface Layout {
  readonly view: DataView;
  readonly isLittleEndian: boolean;
  /** BigTIFF: offsets and counts have eight bytes. */
  readonly isBig: boolean;
}

interface Field {
  readonly bytesEach: number;
  readonly count: number;
  readonly start: number;
}

/**
 * The directories of a TIFF or BigTIFF file, in the order in which they are chained. Nothing that a file claims makes this
 * read past its end, run in circles or allocate more than the file is long.
 *
 * @param most ends the chain after so many
 * @returns none when the bytes are no TIFF
 */
export function readTiffDirectories(bytes: Uint8Array, most = 10_000): readonly TiffDirectory[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directories: TiffDirectory[] = [];
  try {
    const isLittleEndian = view.getUint16(0) === 0x4949;
    const isBig = view.getUint16(2, isLittleEndian) === 43;
    const layout: Layout = { view, isLittleEndian, isBig };
    const visited = new Set<number>();
    let offset = readOffset(layout, isBig ? 8 : 4);
    while (offset > 0 && offset < bytes.length && !visited.has(offset) && directories.length < most) {
      visited.add(offset);
      const { directory, next } = readDirectory(layout, offset);
      directories.push(directory);
      offset = next;
    }
  } catch (error) {
    // Cut off: what came before still counts.
    if (!(error instanceof RangeError)) throw error;
  }
  return directories;
}

function readOffset({ view, isLittleEndian, isBig }: Layout, at: number): number {
  return isBig ? Number(view.getBigUint64(at, isLittleEndian)) : view.getUint32(at, isLittleEndian);
}

function readDirectory(layout: Layout, offset: number) {
  const { view, isLittleEndian, isBig } = layout;
  const fields = new Map<number, Field>();
  const [countBytes, entryBytes] = isBig ? [8, 20] : [2, 12];
  const claimed = isBig ? Number(view.getBigUint64(offset, isLittleEndian)) : view.getUint16(offset, isLittleEndian);
  const start = offset + countBytes;
  const count = Math.min(claimed, Math.floor((view.byteLength - start) / entryBytes));
  for (let entry = start; entry < start + count * entryBytes; entry += entryBytes) {
    const field = readField(layout, entry);
    if (field) fields.set(view.getUint16(entry, isLittleEndian), field);
  }
  const end = start + claimed * entryBytes;
  const next = end + (isBig ? 8 : 4) <= view.byteLength ? readOffset(layout, end) : 0;
  return { directory: directoryOf(layout, fields), next };
}

function readField(layout: Layout, entry: number): Field | undefined {
  const { view, isLittleEndian, isBig } = layout;
  const bytesEach = VALUE_BYTES[view.getUint16(entry + 2, isLittleEndian)];
  if (!bytesEach) return undefined;
  const claimed = readOffset(layout, entry + 4);
  const [inline, at] = isBig ? [8, entry + 12] : [4, entry + 8];
  const start = claimed * bytesEach <= inline ? at : readOffset(layout, at);
  return { bytesEach, start, count: Math.max(0, Math.min(claimed, Math.floor((view.byteLength - start) / bytesEach))) };
}

function directoryOf({ view, isLittleEndian }: Layout, fields: ReadonlyMap<number, Field>): TiffDirectory {
  const valueAt = (at: number, bytesEach: number) => {
    if (bytesEach === 1) return view.getUint8(at);
    if (bytesEach === 2) return view.getUint16(at, isLittleEndian);
    if (bytesEach === 4) return view.getUint32(at, isLittleEndian);
    return Number(view.getBigUint64(at, isLittleEndian));
  };
  return {
    isLittleEndian,
    values(tag) {
      const { start, count, bytesEach } = fields.get(tag) ?? { start: 0, count: 0, bytesEach: 1 };
      return Array.from({ length: count }, (_, index) => valueAt(start + index * bytesEach, bytesEach));
    },
    range(tag) {
      const field = fields.get(tag);
      return field && { start: field.start, end: field.start + field.count * field.bytesEach };
    },
  };
}

/** The pictures of a TIFF file that are pages: with a size, and no reduced copies of others. */
export function readTiffPages(bytes: Uint8Array, most?: number): readonly TiffDirectory[] {
  const sized = readTiffDirectories(bytes, most).filter(
    ({ values }) => (values(TIFF_TAGS.width)[0] ?? 0) > 0 && (values(TIFF_TAGS.height)[0] ?? 0) > 0,
  );
  const pages = sized.filter(({ values }) => ((values(TIFF_TAGS.subfileType)[0] ?? 0) & 1) === 0);
  return pages.length > 0 ? pages : sized.slice(0, 1);
}

/** Orientation (EXIF 2.32, 4.6.4), 1 to 8; 1 when none is stated. */
export function tiffOrientation({ values }: TiffDirectory): number {
  const [orientation = 1] = values(TIFF_TAGS.orientation);
  return orientation >= 1 && orientation <= 8 ? orientation : 1;
}
