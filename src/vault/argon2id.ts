import { argon2id as hashArgon2id } from 'hash-wasm';
import type { KeyDerivation } from './key-derivation';

/** Length of what is derived: an AES-256 key. */
const KEY_BYTES = 32;

/** Argon2id, version 1.3, one lane (RFC 9106), in WebAssembly. @returns 32 bytes; the caller wipes them */
export async function argon2id(
  password: Uint8Array,
  { salt, memoryKib, passes }: Pick<KeyDerivation, 'salt' | 'memoryKib' | 'passes'>,
): Promise<Uint8Array<ArrayBuffer>> {
  const derived = await hashArgon2id({
    password,
    salt,
    memorySize: memoryKib,
    iterations: passes,
    parallelism: 1,
    hashLength: KEY_BYTES,
    outputType: 'binary',
  });
  return new Uint8Array(derived);
}
