import { Inflate, strFromU8 } from 'fflate';
import { failed, type Result, success } from '../contract/result';
import { crc32 } from './crc32';
import { readZipDirectory, viewOf, type ZipEntry } from './zip-directory';
import type { ByteSource, ZipFault, ZipLimits } from './zip-fault';

const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_BYTES = 30;
/** What may stand beside an entry's bytes: its name and extra field, and the data descriptor behind (4.3.9). */
const MOST_BESIDE = LOCAL_BYTES + 2 * 0xffff + 24;
/** Bytes that are inflated in one go: they become at most a thousand times as many, before the size is looked at. */
const PIECE_BYTES = 16 * 1024;

/**
 * A ZIP file from anywhere. Its directory has been held to the limits; an entry is unpacked when it is asked for, never
 * to more bytes than it claims, and compared with its checksum.
 */
export class ZipReader {
  readonly #source: ByteSource;
  readonly #entries: ReadonlyMap<string, ZipEntry>;

  private constructor(source: ByteSource, entries: ReadonlyMap<string, ZipEntry>) {
    this.#source = source;
    this.#entries = entries;
  }

  static async open(source: ByteSource, limits: ZipLimits): Promise<Result<ZipReader, ZipFault>> {
    const entries = await readZipDirectory(source, limits);
    return entries.ok ? success(new ZipReader(source, entries.value)) : entries;
  }

  /** In the order in which they stand in the file. */
  get paths(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /** @returns null when there is no such entry */
  async read(path: string): Promise<Result<Uint8Array<ArrayBuffer>, ZipFault> | null> {
    const entry = this.#entries.get(path);
    return entry ? this.#unpack(entry) : null;
  }

  async #unpack(entry: ZipEntry): Promise<Result<Uint8Array<ArrayBuffer>, ZipFault>> {
    const fault = (kind: ZipFault['kind']) => failed({ kind, entry: entry.path });
    const end = Math.min(entry.end, entry.start + entry.packedBytes + MOST_BESIDE);
    const packed = packedBytes(entry, await this.#source.read(entry.start, end));
    if (!packed) return fault('damaged');
    const bytes = entry.isDeflated ? inflate(packed, entry.bytes) : packed.slice();
    if (typeof bytes === 'string') return fault(bytes);
    return crc32(bytes) === entry.crc ? success(bytes) : fault('checksum');
  }
}

/** @returns null when the header before the bytes tells another story than the directory */
function packedBytes(entry: ZipEntry, bytes: Uint8Array): Uint8Array | null {
  const header = viewOf(bytes);
  if (bytes.length < LOCAL_BYTES || header.getUint32(0, true) !== LOCAL_SIGNATURE) return null;
  const nameEnd = LOCAL_BYTES + header.getUint16(26, true);
  const isSameMethod = (header.getUint16(8, true) === 8) === entry.isDeflated;
  if (strFromU8(bytes.subarray(LOCAL_BYTES, nameEnd)) !== entry.path || !isSameMethod) return null;
  const start = nameEnd + header.getUint16(28, true);
  const packed = bytes.subarray(start, start + entry.packedBytes);
  return packed.length === entry.packedBytes ? packed : null;
}

/** @returns exactly `size` bytes; 'bomb' when there are more, 'damaged' when there are fewer or none at all */
function inflate(packed: Uint8Array, size: number): Uint8Array<ArrayBuffer> | 'bomb' | 'damaged' {
  const bytes = new Uint8Array(size);
  let written = 0;
  const stream = new Inflate((part) => {
    if (written + part.length <= size) bytes.set(part, written);
    written += part.length;
  });
  try {
    for (let at = 0; at < packed.length && written <= size; at += PIECE_BYTES) {
      stream.push(packed.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= packed.length);
    }
  } catch {
    return 'damaged';
  }
  if (written > size) return 'bomb';
  return written === size ? bytes : 'damaged';
}
