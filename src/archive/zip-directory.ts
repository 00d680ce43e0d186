import { strFromU8 } from 'fflate';
import { failed, type Result, success } from '../contract/result';
import type { ByteSource, ZipFault, ZipFaultKind, ZipLimits } from './zip-fault';

/** An entry as the central directory describes it (APPNOTE.TXT 6.3.10, 4.3.12). */
export interface ZipEntry {
  readonly path: string;
  readonly isDeflated: boolean;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Where its local header stands in the file, and where what follows it begins. */
  readonly start: number;
  readonly end: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
/** Stands for 'see the ZIP64 record' (4.4.8, 4.4.22). */
const [ZIP64_COUNT, ZIP64_SIZE] = [0xffff, 0xffffffff];
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED_FLAG = 1;

interface Directory {
  readonly count: number;
  readonly start: number;
  readonly bytes: Uint8Array;
}

/** Reads the central directory and holds it to the limits; no entry is unpacked. */
export async function readZipDirectory(
  source: ByteSource,
  limits: ZipLimits,
): Promise<Result<ReadonlyMap<string, ZipEntry>, ZipFault>> {
  const directory = await findDirectory(source);
  if (!directory.ok) return directory;
  if (directory.value.count > limits.maxEntries) return failed({ kind: 'too-many' });
  const entries = parseEntries(directory.value);
  if (!entries.ok) return entries;
  const fault = findFault(entries.value, limits);
  return fault ? failed(fault) : success(new Map(entries.value.map((entry) => [entry.path, entry])));
}

async function findDirectory(source: ByteSource): Promise<Result<Directory, ZipFault>> {
  const fault = (kind: ZipFaultKind) => failed({ kind });
  const head = viewOf(await source.read(0, Math.min(4, source.size)));
  const isZip = head.byteLength === 4 && [0x04034b50, END_SIGNATURE].includes(head.getUint32(0, true));
  if (!isZip) return fault('not-a-zip');

  const tailStart = Math.max(0, source.size - END_BYTES - 0xffff);
  const tail = viewOf(await source.read(tailStart, source.size));
  const at = findEnd(tail);
  if (at < 0) return fault('truncated');
  const count = tail.getUint16(at + 10, true);
  const size = tail.getUint32(at + 12, true);
  const start = tail.getUint32(at + 16, true);
  const isSplit = tail.getUint16(at + 4, true) !== 0 || tail.getUint16(at + 6, true) !== 0;
  if (isSplit || count === ZIP64_COUNT || size === ZIP64_SIZE || start === ZIP64_SIZE) return fault('unsupported');
  if (start + size !== tailStart + at || tail.getUint16(at + 8, true) !== count) return fault('damaged');
  return success({ count, start, bytes: await source.read(start, start + size) });
}

/** Where the end record stands: its comment must reach to the very end. */
function findEnd(tail: DataView): number {
  for (let at = tail.byteLength - END_BYTES; at >= 0; at -= 1) {
    const reaches = at + END_BYTES + tail.getUint16(at + 20, true);
    if (tail.getUint32(at, true) === END_SIGNATURE && reaches === tail.byteLength) return at;
  }
  return -1;
}

function parseEntries({ count, start: directoryStart, bytes }: Directory): Result<readonly ZipEntry[], ZipFault> {
  const view = viewOf(bytes);
  const entries: Omit<ZipEntry, 'end'>[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_BYTES > view.byteLength || view.getUint32(at, true) !== ENTRY_SIGNATURE) {
      return failed({ kind: 'damaged' });
    }
    const nameBytes = view.getUint16(at + 28, true);
    const path = strFromU8(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes));
    const [packedBytes, unpackedBytes] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    const start = view.getUint32(at + 42, true);
    const method = view.getUint16(at + 10, true);
    const isEncrypted = (view.getUint16(at + 8, true) & ENCRYPTED_FLAG) !== 0;
    const isZip64 = [packedBytes, unpackedBytes, start].includes(ZIP64_SIZE);
    if (isEncrypted || isZip64 || (method !== STORED && method !== DEFLATED)) {
      return failed({ kind: 'unsupported', entry: path });
    }
    const crc = view.getUint32(at + 16, true);
    entries.push({ path, isDeflated: method === DEFLATED, crc, packedBytes, bytes: unpackedBytes, start });
    at += ENTRY_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (at !== view.byteLength) return failed({ kind: 'damaged' });
  entries.sort((a, b) => a.start - b.start);
  return success(entries.map((entry, index) => ({ ...entry, end: entries[index + 1]?.start ?? directoryStart })));
}

/** The first thing that is not as it may be; null when all is. */
function findFault(entries: readonly ZipEntry[], limits: ZipLimits): ZipFault | null {
  const paths = new Set<string>();
  let total = 0;
  for (const entry of entries) {
    const kind = faultOf(entry, limits) ?? (paths.has(entry.path) ? 'duplicate' : null);
    if (kind) return { kind, entry: entry.path };
    paths.add(entry.path);
    total += entry.bytes;
  }
  return total > limits.maxTotalBytes ? { kind: 'too-large' } : null;
}

function faultOf(entry: ZipEntry, limits: ZipLimits): ZipFaultKind | null {
  const most = limits.maxBytes(entry.path);
  if (most === null) return 'bad-name';
  if (entry.bytes > most || entry.packedBytes > most) return 'too-large';
  if (!entry.isDeflated && entry.bytes !== entry.packedBytes) return 'damaged';
  if (entry.bytes > limits.ratioFreeBytes && entry.bytes > limits.maxRatio * entry.packedBytes) return 'bomb';
  // Entries that share bytes are the other kind of bomb, https://www.bamsoftware.com/hacks/zipbomb/
  return entry.start + LOCAL_BYTES + entry.packedBytes > entry.end ? 'bomb' : null;
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
