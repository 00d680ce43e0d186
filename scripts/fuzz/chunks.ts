/** A part of a file that its format treats as one, with the place where its length or count is written. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
  readonly length?: { readonly at: number; readonly bytes: 2 | 4; readonly isLittleEndian: boolean };
}

type ChunkReader = (bytes: Uint8Array, view: DataView) => Chunk[];

/** One row for each kind of container, told by the text at a place; what is text is taken apart at its brackets. */
const READERS: readonly (readonly [at: number, text: string, read: ChunkReader])[] = [
  [0, '\x89PNG', pngChunks],
  [0, 'RIFF', riffChunks],
  [4, 'ftyp', (bytes, view) => boxes(bytes, view, 0, bytes.length)],
  [0, 'II*', tiffEntries],
  [0, 'MM\0*', tiffEntries],
  [0, '\xff\xd8', jpegSegments],
  [0, 'GIF8', gifBlocks],
  [0, 'BM', headerFields],
  [0, '\0\0\x01\0', headerFields],
  [0, '%PDF', textPieces],
  [0, '<', textPieces],
];

/** The chunks of a file as far as they can be followed; none for a file that is no known container. */
export function readChunks(bytes: Uint8Array): readonly Chunk[] {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  const read = READERS.find(([at, text]) => head.startsWith(text, at))?.[2];
  if (!read) return [];
  const found = read(bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return found.filter(({ start, end }) => start < end && end <= bytes.length);
}

/** PNG (ISO/IEC 15948, 5.3): length, type, data, checksum. */
export function pngChunks(bytes: Uint8Array, view: DataView): Chunk[] {
  const found: Chunk[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    found.push({ start: at, end, length: { at, bytes: 4, isLittleEndian: false } });
    at = end;
  }
  return found;
}

function riffChunks(bytes: Uint8Array, view: DataView): Chunk[] {
  const found: Chunk[] = [];
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at + 4, true);
    const end = at + 8 + size + (size & 1);
    found.push({ start: at, end, length: { at: at + 4, bytes: 4, isLittleEndian: true } });
    at = end;
  }
  return found;
}

/** Boxes that hold boxes, with the bytes that stand before the first of them. */
const BOXES_INSIDE: Readonly<Record<string, number>> = { meta: 12, iprp: 8, ipco: 8, iinf: 14, moov: 8, trak: 8 };

/** ISO/IEC 14496-12, 4.2; boxes inside of boxes count as well. */
function boxes(bytes: Uint8Array, view: DataView, from: number, to: number): Chunk[] {
  const found: Chunk[] = [];
  for (let at = from; at + 8 <= to; ) {
    const size = view.getUint32(at);
    const end = size < 8 ? to : Math.min(to, at + size);
    found.push({ start: at, end, length: { at, bytes: 4, isLittleEndian: false } });
    const inside = BOXES_INSIDE[String.fromCharCode(...bytes.subarray(at + 4, at + 8))];
    if (inside !== undefined) found.push(...boxes(bytes, view, at + inside, end));
    at = end;
  }
  return found;
}

/** Entries of all directories: twelve bytes each, the count of values behind tag and type. */
function tiffEntries(bytes: Uint8Array, view: DataView): Chunk[] {
  const isLittleEndian = bytes[0] === 0x49;
  const found: Chunk[] = [];
  let directory = view.getUint32(4, isLittleEndian);
  for (let pages = 0; directory > 0 && directory + 2 <= bytes.length && pages < 16; pages += 1) {
    const end = directory + 2 + view.getUint16(directory, isLittleEndian) * 12;
    for (let at = directory + 2; at + 12 <= Math.min(end, bytes.length); at += 12) {
      found.push({ start: at, end: at + 12, length: { at: at + 4, bytes: 4, isLittleEndian } });
    }
    directory = end + 4 <= bytes.length ? view.getUint32(end, isLittleEndian) : 0;
  }
  return found;
}

function jpegSegments(bytes: Uint8Array, view: DataView): Chunk[] {
  const found: Chunk[] = [];
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const isScan = bytes[at + 1] === 0xda;
    const end = isScan ? bytes.length : at + 2 + view.getUint16(at + 2);
    found.push({ start: at, end, length: { at: at + 2, bytes: 2, isLittleEndian: false } });
    at = end;
  }
  return found;
}

/** GIF89a: extensions and pictures, each with its sub-blocks. */
function gifBlocks(bytes: Uint8Array): Chunk[] {
  const tableBytes = (flags: number) => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
  const found: Chunk[] = [];
  for (let at = 13 + tableBytes(bytes[10] ?? 0); at < bytes.length && bytes[at] !== 0x3b; ) {
    const start = at;
    at += bytes[at] === 0x2c ? 11 + tableBytes(bytes[at + 9] ?? 0) : 2;
    while (at < bytes.length && bytes[at] !== 0) at += 1 + bytes[at]!;
    at += 1;
    found.push({ start, end: at });
  }
  return found;
}

/** Fields of four bytes at the beginning of bitmaps and icons. */
function headerFields(bytes: Uint8Array): Chunk[] {
  return Array.from({ length: Math.min(13, bytes.length >> 2) }, (_, index): Chunk => {
    const start = 2 + index * 4;
    return { start, end: start + 4, length: { at: start, bytes: 4, isLittleEndian: true } };
  });
}

/** Objects of a PDF, elements of markup: from one opening to the next. */
function textPieces(bytes: Uint8Array): Chunk[] {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, 200_000));
  const starts = [...text.matchAll(/<\/?\w|\d+ 0 obj|\/[A-Z]\w+ |stream\r?\n|xref|trailer/g)].map(({ index }) => index);
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? bytes.length }));
}
