import type { WrappedKey } from './data-key';
import { isSoundDerivation } from './key-derivation';

/** First bytes of a locked backup; the last of them is the version. */
const MAGIC = new TextEncoder().encode('DIGITLOCK\u0001');

/** Magic, then the length of the JSON in 32 bits, big-endian. */
const FIXED_BYTES = MAGIC.length + 4;
const MAX_JSON_BYTES = 4096;

/** What stands readable before the sealed part of a locked backup: how to come from the passphrase to the key. */
export interface BackupHead {
  readonly profileId: string;
  /** Names this one file, so that pieces of two backups cannot be mixed. */
  readonly backupId: string;
  readonly key: WrappedKey;
}

/** How many bytes the head takes, and what it says. */
export interface ReadHead {
  readonly bytes: number;
  readonly head: BackupHead;
}

/** @returns whether the file says that it is a locked backup; whether it is one, only opening it can tell */
export async function isLockedBackup(file: Blob): Promise<boolean> {
  const start = new Uint8Array(await file.slice(0, MAGIC.length).arrayBuffer());
  return start.length === MAGIC.length && start.every((byte, at) => byte === MAGIC[at]);
}

export function encodeHead({ profileId, backupId, key }: BackupHead): Uint8Array<ArrayBuffer> {
  const { algorithm, memoryKib, passes, salt } = key.derivation;
  const json = new TextEncoder().encode(
    JSON.stringify({
      ...{ profileId, backupId, algorithm, memoryKib, passes },
      salt: toHex(salt),
      nonce: toHex(key.nonce),
      wrappedKey: toHex(key.sealed),
    }),
  );
  const head = new Uint8Array(FIXED_BYTES + json.length);
  head.set(MAGIC);
  new DataView(head.buffer).setUint32(MAGIC.length, json.length);
  head.set(json, FIXED_BYTES);
  return head;
}

/** @returns null when the head is damaged, or asks for a derivation that no app of this kind ever chose */
export async function readHead(file: Blob): Promise<ReadHead | null> {
  const fixed = new DataView(await file.slice(0, FIXED_BYTES).arrayBuffer());
  if (fixed.byteLength < FIXED_BYTES) {
    return null;
  }
  const length = fixed.getUint32(MAGIC.length);
  if (length > MAX_JSON_BYTES) {
    return null;
  }
  const head = parseHead(await file.slice(FIXED_BYTES, FIXED_BYTES + length).text());
  return head && { bytes: FIXED_BYTES + length, head };
}

function parseHead(text: string): BackupHead | null {
  try {
    const { profileId, backupId, algorithm, memoryKib, passes, salt, nonce, wrappedKey } = JSON.parse(text);
    const derivation = { algorithm, memoryKib, passes, salt: fromHex(salt) };
    const isText = typeof profileId === 'string' && typeof backupId === 'string';
    return isText && isSoundDerivation(derivation)
      ? { profileId, backupId, key: { derivation, nonce: fromHex(nonce), sealed: fromHex(wrappedKey) } }
      : null;
  } catch {
    return null;
  }
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function fromHex(text: unknown): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(String(text).match(/[\da-f]{2}/g) ?? [], (pair) => Number.parseInt(pair, 16));
}
