import { deflateSync, strToU8 } from 'fflate';
import { crc32 } from './crc32';

/** An entry of a made-up ZIP file, with what it says of itself where that is to be a lie. */
export interface CraftedEntry {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly isDeflated?: boolean;
  readonly claimedBytes?: number;
  readonly claimedCrc?: number;
  readonly flags?: number;
  /** Name in the header before the bytes, where it differs from that in the directory. */
  readonly localPath?: string;
  /** Takes the bytes of the entry before it, as bombs do whose entries overlap. */
  readonly sharesBytes?: boolean;
}

/** A ZIP file as APPNOTE.TXT 4.3.6 describes it, with all lies that the entries ask for. */
export function craftZip(entries: readonly CraftedEntry[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  let last = 0;
  for (const entry of entries) {
    const packed = entry.isDeflated ? deflateSync(entry.bytes) : entry.bytes;
    const start = entry.sharesBytes ? last : at;
    if (!entry.sharesBytes) {
      const local = [...headerFields(entry, packed)];
      parts.push(header(0x04034b50, [20, ...local], strToU8(entry.localPath ?? entry.path), 'local', 0), packed);
      at = sizeOf(parts);
    }
    last = start;
    directory.push(header(0x02014b50, [20, 20, ...headerFields(entry, packed)], strToU8(entry.path), 'central', start));
  }
  const size = sizeOf(directory);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, entries.length, true);
  end.setUint16(10, entries.length, true);
  end.setUint32(12, size, true);
  end.setUint32(16, at, true);
  return joined([...parts, ...directory, new Uint8Array(end.buffer)]);
}

type Fields = readonly [flags: number, method: number, crc: number, packed: number, bytes: number];

function headerFields(entry: CraftedEntry, packed: Uint8Array): Fields {
  const bytes = entry.claimedBytes ?? entry.bytes.length;
  const stored = entry.isDeflated ? packed.length : bytes;
  return [entry.flags ?? 0, entry.isDeflated ? 8 : 0, entry.claimedCrc ?? crc32(entry.bytes), stored, bytes];
}

function header(
  signature: number,
  fields: readonly number[],
  name: Uint8Array,
  kind: 'local' | 'central',
  start: number,
): Uint8Array {
  const length = kind === 'local' ? 30 : 46;
  const view = new DataView(new ArrayBuffer(length));
  view.setUint32(0, signature, true);
  const versions = kind === 'local' ? 1 : 2;
  fields.slice(0, versions + 2).forEach((value, index) => {
    view.setUint16(4 + 2 * index, value, true);
  });
  const sizes = 4 + 2 * versions + 8;
  fields.slice(versions + 2).forEach((value, index) => {
    view.setUint32(sizes + 4 * index, value, true);
  });
  view.setUint16(sizes + 12, name.length, true);
  if (kind === 'central') view.setUint32(42, start, true);
  return joined([new Uint8Array(view.buffer), name]);
}

function sizeOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(sizeOf(parts));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
