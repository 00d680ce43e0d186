import { argon2id as independentArgon2id } from '@noble/hashes/argon2.js';
import { describe, expect, it } from 'vitest';
import { argon2id } from './argon2id';
import { passphraseBytes } from './passphrase-bytes';

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function hex(data: Uint8Array): string {
  return Buffer.from(data).toString('hex');
}

describe('Argon2id', () => {
  // src/test.c of the reference implementation, P-H-C/phc-winner-argon2, version 0x13.
  it.each([
    [65536, 2, 'password', 'somesalt', '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7'],
    [256, 2, 'password', 'somesalt', '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe'],
    [65536, 2, 'password', 'diffsalt', 'bdf32b05ccc42eb15d58fd19b1f856b113da1e9a5874fdcc544308565aa8141c'],
  ])('gives the reference result at %d KiB and %d passes', async (memoryKib, passes, password, salt, expected) => {
    expect(hex(await argon2id(bytes(password), { memoryKib, passes, salt: bytes(salt) }))).toBe(expected);
  });

  it('agrees with an independent implementation that passes the test vector of RFC 9106, section 5.3', async () => {
    // The vector has four lanes, a secret and associated data, none of which the app uses.
    const vector = independentArgon2id(new Uint8Array(32).fill(1), new Uint8Array(16).fill(2), {
      t: 3,
      m: 32,
      p: 4,
      key: new Uint8Array(8).fill(3),
      personalization: new Uint8Array(12).fill(4),
      dkLen: 32,
    });
    expect(hex(vector)).toBe('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659');
    for (const [memoryKib, passes] of [
      [64, 2],
      [97, 5],
      [1024, 3],
    ] as const) {
      const password = crypto.getRandomValues(new Uint8Array(23));
      const salt = crypto.getRandomValues(new Uint8Array(16));
      const expected = independentArgon2id(password, salt, { t: passes, m: memoryKib, p: 1, dkLen: 32 });
      expect(hex(await argon2id(password, { memoryKib, passes, salt }))).toBe(hex(expected));
    }
  });

  it('takes the same passphrase from keyboards that compose letters and from those that do not', () => {
    expect(passphraseBytes('caf\u00e9')).toEqual(passphraseBytes('cafe\u0301'));
    expect(passphraseBytes('Caf\u00e9')).not.toEqual(passphraseBytes('caf\u00e9'));
    expect(passphraseBytes('')).toHaveLength(1);
  });
});
