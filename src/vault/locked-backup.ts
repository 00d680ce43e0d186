import type { RecordCipher } from '../contract/record-cipher';
import { failed, type Result, success } from '../contract/result';
import { type BackupHead, encodeHead, readHead } from './backup-head';
import { unwrapDataKey, type WrappedKey } from './data-key';
import type { KeyDeriver } from './key-deriver';
import { newProfileId } from './profile';
import { ProfileCipher, SEAL_BYTES } from './profile-cipher';

/** Plain bytes of each sealed piece but the last, which may be shorter. */
const PIECE_BYTES = 1024 * 1024;

/** Bytes that are opened where they are asked for. */
export interface OpenedBackup {
  /** Of the plain bytes. */
  readonly size: number;
  /** Rejects with a `DOMException` when what is there was changed. */
  readonly read: (start: number, end: number) => Promise<Uint8Array<ArrayBuffer>>;
}

/** refused: the passphrase is wrong, or the file was changed where that cannot be told apart. damaged: it was changed. */
export type LockedBackupFault = { readonly kind: 'refused' | 'damaged' };

/**
 * The field that a piece is sealed as. Its number and whether it is the last are authenticated with it, so that pieces
 * cannot be left out, repeated, reordered or cut off at the end (the STREAM construction of Hoang et al. 2015, with
 * random nonces).
 */
function pieceField(index: number, isLast: boolean): string {
  return `backup piece ${index}${isLast ? ', the last' : ''}`;
}

/** Seals a backup while it is written. The file opens anywhere with the passphrase that the profile has now. */
export async function* lockBackup(
  parts: AsyncIterable<Uint8Array<ArrayBuffer>>,
  { profileId, key, cipher }: { readonly profileId: string; readonly key: WrappedKey; readonly cipher: RecordCipher },
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const backupId = newProfileId();
  yield encodeHead({ profileId, backupId, key });
  const piece = new Uint8Array(PIECE_BYTES);
  let filled = 0;
  let index = 0;
  for await (const part of parts) {
    for (let at = 0; at < part.length; ) {
      // Only when more is to come is a full piece known not to be the last.
      if (filled === PIECE_BYTES) {
        yield await cipher.seal(backupId, pieceField(index, false), piece);
        index += 1;
        filled = 0;
      }
      const taken = part.subarray(at, at + PIECE_BYTES - filled);
      piece.set(taken, filled);
      filled += taken.length;
      at += taken.length;
    }
  }
  yield await cipher.seal(backupId, pieceField(index, true), piece.slice(0, filled));
}

/** Opens a locked backup with the passphrase it was made with. Nothing of it is opened before it is asked for. */
export async function openLockedBackup(
  deriver: KeyDeriver,
  file: Blob,
  passphrase: string,
): Promise<Result<OpenedBackup, LockedBackupFault>> {
  const read = await readHead(file);
  if (!read) {
    return failed({ kind: 'damaged' });
  }
  const { head, bytes: headBytes } = read;
  const dataKey = await unwrapDataKey(deriver, head.key, { profileId: head.profileId, passphrase });
  if (!dataKey) {
    return failed({ kind: 'refused' });
  }
  const pieces = new BackupPieces(file.slice(headBytes), head, new ProfileCipher(head.profileId, dataKey));
  return (await pieces.isWhole()) ? success(pieces) : failed({ kind: 'damaged' });
}

/** Opens a backup of the profile that is open, e.g. to look at one that was just made. */
export async function openOwnBackup(
  file: Blob,
  cipher: RecordCipher,
): Promise<Result<OpenedBackup, LockedBackupFault>> {
  const read = await readHead(file);
  if (!read) {
    return failed({ kind: 'damaged' });
  }
  const pieces = new BackupPieces(file.slice(read.bytes), read.head, cipher);
  return (await pieces.isWhole()) ? success(pieces) : failed({ kind: 'damaged' });
}

class BackupPieces implements OpenedBackup {
  readonly size: number;
  readonly #sealed: Blob;
  readonly #backupId: string;
  readonly #cipher: RecordCipher;
  readonly #lastIndex: number;
  /** Reading goes forward in small steps, mostly within one piece. */
  #opened: { readonly index: number; readonly plain: Promise<Uint8Array<ArrayBuffer>> } | null = null;

  constructor(sealed: Blob, { backupId }: BackupHead, cipher: RecordCipher) {
    this.#sealed = sealed;
    this.#backupId = backupId;
    this.#cipher = cipher;
    this.#lastIndex = Math.max(0, Math.ceil(sealed.size / (PIECE_BYTES + SEAL_BYTES)) - 1);
    this.size = Math.max(0, sealed.size - (this.#lastIndex + 1) * SEAL_BYTES);
  }

  /** Whether the end is the end that was written. */
  async isWhole(): Promise<boolean> {
    try {
      await this.#piece(this.#lastIndex);
      return true;
    } catch (error) {
      if (error instanceof DOMException) {
        return false;
      }
      throw error;
    }
  }

  readonly read = async (start: number, end: number): Promise<Uint8Array<ArrayBuffer>> => {
    const bytes = new Uint8Array(Math.max(0, Math.min(end, this.size) - start));
    for (let at = start; at < start + bytes.length; ) {
      const index = Math.floor(at / PIECE_BYTES);
      const plain = await this.#piece(index);
      const part = plain.subarray(at - index * PIECE_BYTES, start + bytes.length - index * PIECE_BYTES);
      bytes.set(part, at - start);
      at += part.length;
    }
    return bytes;
  };

  #piece(index: number): Promise<Uint8Array<ArrayBuffer>> {
    if (this.#opened?.index !== index) {
      this.#opened = { index, plain: this.#open(index) };
    }
    return this.#opened.plain;
  }

  async #open(index: number): Promise<Uint8Array<ArrayBuffer>> {
    const start = index * (PIECE_BYTES + SEAL_BYTES);
    const sealed = new Uint8Array(await this.#sealed.slice(start, start + PIECE_BYTES + SEAL_BYTES).arrayBuffer());
    const plain = await this.#cipher.open(this.#backupId, pieceField(index, index === this.#lastIndex), sealed);
    if (!plain) {
      throw new DOMException(`piece ${index} of the backup was changed`, 'DataError');
    }
    return plain;
  }
}
