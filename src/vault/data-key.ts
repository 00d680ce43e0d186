import { associatedData } from './associated-data';
import type { KeyDerivation } from './key-derivation';
import type { KeyDeriver } from './key-deriver';

const NONCE_BYTES = 12;
const DATA_KEY = { name: 'AES-GCM', length: 256 } as const;
const DATA_KEY_USAGES: KeyUsage[] = ['encrypt', 'decrypt'];

/** A data key as it is stored: encrypted by a key that is made of the passphrase. */
export interface WrappedKey {
  readonly derivation: KeyDerivation;
  readonly nonce: Uint8Array<ArrayBuffer>;
  /** 32 bytes of key and 16 of tag. */
  readonly sealed: Uint8Array<ArrayBuffer>;
}

/** A random key of 256 bits. Extractable, because it is still to be wrapped: use what `unwrapDataKey` gives. */
export function newDataKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey(DATA_KEY, true, DATA_KEY_USAGES);
}

/** Encrypts the data key for the passphrase (AES-256-GCM, bound to the profile and to how the key is derived). */
export async function wrapDataKey(
  deriver: KeyDeriver,
  dataKey: CryptoKey,
  passphrase: string,
  { profileId, derivation }: { readonly profileId: string; readonly derivation: KeyDerivation },
): Promise<WrappedKey> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const wrappingKey = await deriveWrappingKey(deriver, passphrase, derivation);
  const algorithm = wrapAlgorithm(nonce, profileId, derivation);
  const sealed = await crypto.subtle.wrapKey('raw', dataKey, wrappingKey, algorithm);
  return { derivation, nonce, sealed: new Uint8Array(sealed) };
}

/**
 * @param isExtractable only to wrap it again for another passphrase
 * @returns null when the passphrase is wrong or what is stored is damaged: nobody can tell which
 */
export async function unwrapDataKey(
  deriver: KeyDeriver,
  { derivation, nonce, sealed }: WrappedKey,
  { profileId, passphrase, isExtractable = false }: UnwrapOptions,
): Promise<CryptoKey | null> {
  const wrappingKey = await deriveWrappingKey(deriver, passphrase, derivation);
  const algorithm = wrapAlgorithm(nonce, profileId, derivation);
  try {
    return await crypto.subtle.unwrapKey(
      'raw',
      sealed,
      wrappingKey,
      algorithm,
      DATA_KEY,
      isExtractable,
      DATA_KEY_USAGES,
    );
  } catch (error) {
    if (error instanceof DOMException) {
      return null;
    }
    throw error;
  }
}

interface UnwrapOptions {
  readonly profileId: string;
  readonly passphrase: string;
  readonly isExtractable?: boolean;
}

async function deriveWrappingKey(
  deriver: KeyDeriver,
  passphrase: string,
  derivation: KeyDerivation,
): Promise<CryptoKey> {
  const bytes = await deriver.derive(passphrase, derivation);
  try {
    return await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['wrapKey', 'unwrapKey']);
  } finally {
    bytes.fill(0);
  }
}

function wrapAlgorithm(iv: Uint8Array<ArrayBuffer>, profileId: string, derivation: KeyDerivation): AesGcmParams {
  const { algorithm, memoryKib, passes } = derivation;
  const additionalData = associatedData('digit-reader data key', profileId, algorithm, `${memoryKib}/${passes}`);
  return { name: 'AES-GCM', iv, additionalData };
}
