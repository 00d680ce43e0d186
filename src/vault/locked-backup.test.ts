import { beforeAll, describe, expect, it } from 'vitest';
import { isLockedBackup } from './backup-head';
import { newDataKey, unwrapDataKey, type WrappedKey, wrapDataKey } from './data-key';
import { LEAST_COST, newDerivation } from './key-derivation';
import { lockBackup, openLockedBackup } from './locked-backup';
import { ProfileCipher } from './profile-cipher';
import { TestKeyDeriver } from './test-key-deriver';

const MEBIBYTE = 1024 * 1024;
const PASSPHRASE = 'correct horse battery staple';
const deriver = new TestKeyDeriver();

let key: WrappedKey;
let cipher: ProfileCipher;

beforeAll(async () => {
  const derivation = newDerivation(LEAST_COST);
  key = await wrapDataKey(deriver, await newDataKey(), PASSPHRASE, { profileId: 'p', derivation });
  cipher = new ProfileCipher('p', (await unwrapDataKey(deriver, key, { profileId: 'p', passphrase: PASSPHRASE }))!);
});

/** Bytes that are the same each time and differ from piece to piece. */
function plainBytes(length: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(length).map((_, at) => (at * 31 + (at >> 13)) & 255);
}

async function* inParts(bytes: Uint8Array<ArrayBuffer>, partBytes: number) {
  for (let at = 0; at < bytes.length; at += partBytes) {
    yield bytes.slice(at, at + partBytes);
  }
}

async function locked(length: number, partBytes = 300_000): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const part of lockBackup(inParts(plainBytes(length), partBytes), { profileId: 'p', key, cipher })) {
    parts.push(part.slice());
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

async function outcome(file: Uint8Array<ArrayBuffer>, passphrase = PASSPHRASE): Promise<string> {
  const opened = await openLockedBackup(deriver, new Blob([file]), passphrase);
  if (!opened.ok) {
    return opened.failure.kind;
  }
  try {
    await opened.value.read(0, opened.value.size);
    return 'opened';
  } catch (error) {
    return (error as DOMException).name;
  }
}

describe('a locked backup', () => {
  it.each([0, 1, MEBIBYTE - 1, MEBIBYTE, MEBIBYTE + 1, 3 * MEBIBYTE + 77])('gives back %d bytes', async (length) => {
    const file = new Blob([await locked(length)]);
    expect(await isLockedBackup(file)).toBe(true);
    const opened = await openLockedBackup(deriver, file, PASSPHRASE);
    expect(opened.ok && opened.value.size).toBe(length);
    const all = opened.ok ? await opened.value.read(0, length + 10) : null;
    expect(Buffer.from(all!).equals(Buffer.from(plainBytes(length)))).toBe(true);
  });

  it('is read at any place, over the borders of its pieces', async () => {
    const opened = await openLockedBackup(deriver, new Blob([await locked(2 * MEBIBYTE + 9)]), PASSPHRASE);
    const plain = plainBytes(2 * MEBIBYTE + 9);
    for (const [start, end] of [
      [0, 4],
      [MEBIBYTE - 3, MEBIBYTE + 3],
      [2 * MEBIBYTE + 5, 2 * MEBIBYTE + 9],
    ] as const) {
      const part = opened.ok ? await opened.value.read(start, end) : null;
      expect([...part!]).toEqual([...plain.subarray(start, end)]);
    }
  });

  it('holds nothing readable of what is in it', async () => {
    const file = Buffer.from(await locked(MEBIBYTE));
    expect(file.includes(Buffer.from(plainBytes(40)))).toBe(false);
  });

  it('does not open with another passphrase', async () => {
    expect(await outcome(await locked(10), 'something else')).toBe('refused');
  });

  it('is found out when it was cut off anywhere, also between two pieces', async () => {
    const file = await locked(2 * MEBIBYTE + 500);
    const lastPiece = 500 + 29;
    const ends = [3, 12, 100, file.length - 1, file.length - lastPiece, file.length - lastPiece - MEBIBYTE - 29];
    for (const end of ends) {
      expect(await outcome(file.slice(0, end)), `${end} bytes`).toBe('damaged');
    }
  });

  it('is found out when pieces were exchanged, repeated, taken from another backup or changed', async () => {
    const file = await locked(3 * MEBIBYTE);
    const other = await locked(3 * MEBIBYTE);
    const sealed = MEBIBYTE + 29;
    const head = file.length - 3 * sealed;
    const piece = (from: Uint8Array, index: number) => from.slice(head + index * sealed, head + (index + 1) * sealed);
    const build = (...pieces: Uint8Array[]) => new Uint8Array(Buffer.concat([file.slice(0, head), ...pieces]));
    expect(await outcome(build(piece(file, 0), piece(file, 1), piece(file, 2)))).toBe('opened');
    expect(await outcome(build(piece(file, 1), piece(file, 0), piece(file, 2)))).toBe('DataError');
    expect(await outcome(build(piece(file, 0), piece(file, 0), piece(file, 2)))).toBe('DataError');
    expect(await outcome(build(piece(file, 0), piece(file, 2)))).toBe('damaged');
    expect(await outcome(build(piece(file, 0), piece(other, 1), piece(file, 2)))).toBe('DataError');
    const changed = file.slice();
    changed[head + 5000] = changed[head + 5000]! ^ 1;
    expect(await outcome(changed)).toBe('DataError');
  });

  it('cannot make the page derive for hours', async () => {
    const text = Buffer.from(await locked(10))
      .toString('latin1')
      .replace('"memoryKib":19456', '"memoryKib":99999999');
    const longer = Buffer.from(text, 'latin1');
    longer.writeUInt32BE(longer.readUInt32BE(10) + 3, 10);
    const before = deriver.derivations;
    expect(await outcome(new Uint8Array(longer))).toBe('damaged');
    expect(deriver.derivations).toBe(before);
  });

  it('is told from other files', async () => {
    expect(await isLockedBackup(new Blob(['PK\u0003\u0004 something']))).toBe(false);
    expect(await isLockedBackup(new Blob([]))).toBe(false);
  });
});
