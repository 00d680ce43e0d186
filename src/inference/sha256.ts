import { sha256 as sha256WithoutWebCrypto } from '@noble/hashes/sha2.js';

/**
 * SHA-256 of the bytes in lower-case hexadecimal (FIPS 180-4).
 *
 * Web Crypto exists in secure contexts only; on a plain-http host in the local network the page must verify its models
 * all the same, so a library stands in (about 20 ms a megabyte).
 */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
  const digest = subtle ? new Uint8Array(await subtle.digest('SHA-256', bytes)) : sha256WithoutWebCrypto(bytes);
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
