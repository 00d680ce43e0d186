import type { RecordCipher } from '../contract/record-cipher';
import { associatedData } from './associated-data';

/** First byte of everything sealed; raised when the form changes. */
const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + NONCE_BYTES;

/** So much longer than the plain bytes are sealed ones. */
export const SEAL_BYTES = HEAD_BYTES + TAG_BYTES;

/**
 * AES-256-GCM under the data key of a profile. Sealed bytes are: version, nonce (96 random bits, fresh for each), then
 * ciphertext with its tag. Authenticated with them: version, profile, record and field. Random nonces hold for 2^32
 * pieces a key (NIST SP 800-38D, 8.3), more than any history will have.
 */
export class ProfileCipher implements RecordCipher {
  readonly #profileId: string;
  readonly #key: CryptoKey;

  constructor(profileId: string, key: CryptoKey) {
    this.#profileId = profileId;
    this.#key = key;
  }

  async seal(recordId: string, field: string, plain: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
    const encrypted = await crypto.subtle.encrypt(this.#algorithm(nonce, recordId, field), this.#key, plain);
    const sealed = new Uint8Array(HEAD_BYTES + encrypted.byteLength);
    sealed[0] = VERSION;
    sealed.set(nonce, 1);
    sealed.set(new Uint8Array(encrypted), HEAD_BYTES);
    return sealed;
  }

  async open(
    recordId: string,
    field: string,
    sealed: Uint8Array<ArrayBuffer>,
  ): Promise<Uint8Array<ArrayBuffer> | null> {
    if (sealed[0] !== VERSION || sealed.length < SEAL_BYTES) {
      return null;
    }
    const algorithm = this.#algorithm(sealed.subarray(1, HEAD_BYTES), recordId, field);
    try {
      return new Uint8Array(await crypto.subtle.decrypt(algorithm, this.#key, sealed.subarray(HEAD_BYTES)));
    } catch (error) {
      if (error instanceof DOMException && error.name === 'OperationError') {
        return null;
      }
      throw error;
    }
  }

  #algorithm(iv: Uint8Array<ArrayBuffer>, recordId: string, field: string): AesGcmParams {
    const additionalData = associatedData('digit-reader record', String(VERSION), this.#profileId, recordId, field);
    return { name: 'AES-GCM', iv, additionalData };
  }
}
