import { describe, expect, it } from 'vitest';
import { newDataKey } from './data-key';
import { ProfileCipher } from './profile-cipher';

const PLAIN = new TextEncoder().encode('{"name":"cheque.png","text":"28103"}');

async function cipherOf(profileId = 'profile'): Promise<ProfileCipher> {
  return new ProfileCipher(profileId, await newDataKey());
}

describe('a sealed record', () => {
  it('opens with the same key, record and field, and holds nothing readable', async () => {
    const cipher = await cipherOf();
    const sealed = await cipher.seal('a', 'upload', PLAIN);
    expect(await cipher.open('a', 'upload', sealed)).toEqual(PLAIN);
    expect(Buffer.from(sealed).includes('cheque')).toBe(false);
    expect(await cipher.open('a', 'picture', await cipher.seal('a', 'picture', new Uint8Array()))).toHaveLength(0);
  });

  it('does not open as another record, another field, in another profile or with another key', async () => {
    const key = await newDataKey();
    const cipher = new ProfileCipher('profile', key);
    const sealed = await cipher.seal('ab', 'c', PLAIN);
    expect(await cipher.open('ab', 'd', sealed)).toBeNull();
    expect(await cipher.open('a', 'bc', sealed)).toBeNull();
    expect(await new ProfileCipher('other', key).open('ab', 'c', sealed)).toBeNull();
    expect(await (await cipherOf()).open('ab', 'c', sealed)).toBeNull();
    expect(await new ProfileCipher('profile', key).open('ab', 'c', sealed)).toEqual(PLAIN);
  });

  it('does not open when any one byte was changed: version, nonce, content, tag', async () => {
    const cipher = await cipherOf();
    const sealed = await cipher.seal('a', 'upload', PLAIN);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = sealed.slice();
      changed[at] = changed[at]! ^ 1;
      expect(await cipher.open('a', 'upload', changed), `byte ${at}`).toBeNull();
    }
  });

  it('does not open when it was cut off anywhere or something was added', async () => {
    const cipher = await cipherOf();
    const sealed = await cipher.seal('a', 'upload', PLAIN);
    for (let length = 0; length < sealed.length; length += 1) {
      expect(await cipher.open('a', 'upload', sealed.slice(0, length)), `${length} bytes`).toBeNull();
    }
    expect(await cipher.open('a', 'upload', new Uint8Array([...sealed, 0]))).toBeNull();
  });

  it('has a nonce of its own each time', async () => {
    const cipher = await cipherOf();
    const nonces = new Set<string>();
    for (let count = 0; count < 2000; count += 1) {
      const sealed = await cipher.seal('a', 'upload', PLAIN.subarray(0, 1));
      nonces.add(Buffer.from(sealed.subarray(1, 13)).toString('hex'));
    }
    expect(nonces.size).toBe(2000);
  });
});
