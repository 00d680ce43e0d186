import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type CraftedEntry, craftZip } from './test-zip';
import type { ByteSource, ZipLimits } from './zip-fault';
import { ZipReader } from './zip-reader';
import { ZipWriter } from './zip-writer';

const LIMITS: ZipLimits = {
  maxEntries: 4,
  maxBytes: (path) => (/^[a-zä]+\.txt$/.test(path) ? 3_000_000 : null),
  maxTotalBytes: 5_000_000,
  maxRatio: 100,
  ratioFreeBytes: 10_000,
};

const TEXT = strToU8('Zeile\n'.repeat(500));

function source(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: async (start, end) => bytes.slice(start, end) };
}

/** What reading the file to the end comes to. */
async function outcome(bytes: Uint8Array): Promise<string> {
  const zip = await ZipReader.open(source(bytes), LIMITS);
  if (!zip.ok) return zip.failure.kind;
  for (const path of zip.value.paths) {
    const read = await zip.value.read(path);
    if (!read?.ok) return read?.failure.kind ?? 'missing';
  }
  return 'ok';
}

async function texts(bytes: Uint8Array): Promise<Record<string, Uint8Array>> {
  const zip = await ZipReader.open(source(bytes), LIMITS);
  if (!zip.ok) throw new Error(zip.failure.kind);
  const found: Record<string, Uint8Array> = {};
  for (const path of zip.value.paths) {
    const read = await zip.value.read(path);
    if (read?.ok) found[path] = read.value;
  }
  return found;
}

describe('what is in order', () => {
  it('comes out as it was written by this app, and by others', async () => {
    const zip = new ZipWriter();
    zip.addText('zähler.txt', 'Zeile\n'.repeat(500));
    const part = zip.takeParts();
    zip.addBytes('b.txt', TEXT);
    zip.addBytes('leer.txt', new Uint8Array());
    const written = new Uint8Array(await new Blob([...part, ...zip.finish()]).arrayBuffer());
    expect(await texts(written)).toEqual({ 'zähler.txt': TEXT, 'b.txt': TEXT, 'leer.txt': new Uint8Array() });
    expect(await texts(zipSync({ 'a.txt': TEXT }))).toEqual({ 'a.txt': TEXT });
    expect(await texts(craftZip([{ path: 'a.txt', bytes: TEXT, isDeflated: true }]))).toEqual({ 'a.txt': TEXT });
    expect(await outcome(craftZip([]))).toBe('ok');
  });

  it('is not there under another name', async () => {
    const zip = await ZipReader.open(source(craftZip([{ path: 'a.txt', bytes: TEXT }])), LIMITS);
    expect(zip.ok && (await zip.value.read('b.txt'))).toBeNull();
  });
});

describe('what is refused', () => {
  const good: CraftedEntry = { path: 'a.txt', bytes: TEXT, isDeflated: true };
  const zeros = new Uint8Array(2_000_000);
  const whole = craftZip([good]);
  const flipped = whole.slice();
  flipped[60] = flipped[60]! ^ 0x10;

  it.each<[string, string, Uint8Array]>([
    ['not-a-zip', 'nothing', new Uint8Array()],
    ['not-a-zip', 'other bytes', TEXT],
    ['truncated', 'without its end', whole.slice(0, -30)],
    ['truncated', 'with something behind it', new Uint8Array([...whole, 0])],
    ['damaged', 'without a piece of its middle', new Uint8Array([...whole.slice(0, 20), ...whole.slice(40)])],
    ['bad-name', 'a name that leads out of the folder', craftZip([{ ...good, path: '../a.txt' }])],
    ['bad-name', 'a folder', craftZip([{ path: 'a/', bytes: new Uint8Array() }])],
    ['duplicate', 'a name twice', craftZip([good, good])],
    [
      'too-many',
      'more entries than allowed',
      craftZip(['a', 'b', 'c', 'd', 'e'].map((a) => ({ ...good, path: `${a}.txt` }))),
    ],
    ['too-large', 'a claim of a gigabyte', craftZip([{ ...good, claimedBytes: 2 ** 30 }])],
    [
      'too-large',
      'more than allowed in all',
      craftZip(['a', 'b'].map((a) => ({ path: `${a}.txt`, bytes: new Uint8Array(2_900_000) }))),
    ],
    ['bomb', 'far more bytes than it weighs', craftZip([{ ...good, bytes: zeros }])],
    ['bomb', 'more bytes than it claims', craftZip([{ ...good, bytes: zeros, claimedBytes: 9_000 }])],
    ['bomb', 'entries that share their bytes', craftZip([good, { ...good, path: 'b.txt', sharesBytes: true }])],
    ['damaged', 'fewer bytes than it claims', craftZip([{ ...good, claimedBytes: 3_001 }])],
    ['damaged', 'stored in fewer bytes than it has', craftZip([{ ...good, isDeflated: false, claimedBytes: 3_001 }])],
    ['damaged', 'another name before the bytes', craftZip([{ ...good, localPath: 'b.txt' }])],
    ['checksum', 'other bytes than were packed', craftZip([{ ...good, claimedCrc: 1 }])],
    ['unsupported', 'a password', craftZip([{ ...good, flags: 1 }])],
  ])('%s: %s', async (kind, _what, bytes) => {
    expect(await outcome(bytes)).toBe(kind);
  });

  it('any flipped bit in packed bytes', async () => {
    expect(['checksum', 'damaged', 'bomb']).toContain(await outcome(flipped));
  });
});
