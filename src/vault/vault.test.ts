import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { attemptDelayMs } from './attempt-delay';
import { newDataKey, unwrapDataKey, wrapDataKey } from './data-key';
import { isSoundDerivation, LEAST_COST, newDerivation } from './key-derivation';
import { ProfileRegistry } from './profile-registry';
import { TestKeyDeriver } from './test-key-deriver';
import { Vault } from './vault';

const PASSPHRASE = 'correct horse battery staple';
const PLAIN = new Uint8Array([1, 2, 3]);

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

function openVault(now: () => number = Date.now) {
  const registry = new ProfileRegistry();
  const deriver = new TestKeyDeriver();
  return { registry, deriver, vault: new Vault(registry, deriver, now) };
}

describe('a data key', () => {
  it('comes back from its wrapping, not extractable', async () => {
    const deriver = new TestKeyDeriver();
    const where = { profileId: 'p', derivation: newDerivation(LEAST_COST) };
    const wrapped = await wrapDataKey(deriver, await newDataKey(), PASSPHRASE, where);
    const key = await unwrapDataKey(deriver, wrapped, { profileId: 'p', passphrase: PASSPHRASE });
    expect(key?.extractable).toBe(false);
    expect(key?.algorithm).toEqual({ name: 'AES-GCM', length: 256 });
    await expect(crypto.subtle.exportKey('raw', key!)).rejects.toThrow();
  });

  it('stays wrapped for another passphrase, another profile, other parameters and any changed byte', async () => {
    const deriver = new TestKeyDeriver();
    const where = { profileId: 'p', derivation: newDerivation(LEAST_COST) };
    const wrapped = await wrapDataKey(deriver, await newDataKey(), PASSPHRASE, where);
    const right = { profileId: 'p', passphrase: PASSPHRASE };
    expect(await unwrapDataKey(deriver, wrapped, { ...right, passphrase: 'Correct horse' })).toBeNull();
    expect(await unwrapDataKey(deriver, wrapped, { ...right, profileId: 'q' })).toBeNull();
    const derivation = { ...wrapped.derivation, passes: 3 };
    expect(await unwrapDataKey(deriver, { ...wrapped, derivation }, right)).toBeNull();
    for (const at of [0, 20, 47]) {
      const sealed = wrapped.sealed.slice();
      sealed[at] = sealed[at]! ^ 128;
      expect(await unwrapDataKey(deriver, { ...wrapped, sealed }, right), `byte ${at}`).toBeNull();
    }
    expect(await unwrapDataKey(deriver, { ...wrapped, sealed: wrapped.sealed.slice(0, 31) }, right)).toBeNull();
  });

  it('is never derived at a cost that no app wrote', () => {
    const sound = newDerivation(LEAST_COST);
    expect(isSoundDerivation(sound)).toBe(true);
    expect(isSoundDerivation({ ...sound, memoryKib: 8 })).toBe(false);
    expect(isSoundDerivation({ ...sound, memoryKib: 4_194_304 })).toBe(false);
    expect(isSoundDerivation({ ...sound, passes: 1 })).toBe(false);
    expect(isSoundDerivation({ ...sound, passes: 1e9 })).toBe(false);
    expect(isSoundDerivation({ ...sound, salt: new Uint8Array(0) })).toBe(false);
  });
});

describe('a profile', () => {
  it('opens with its passphrase after the browser was closed, and opens what was sealed before', async () => {
    const first = await openVault().vault.signUp(' Ada ', PASSPHRASE);
    const sealed = await first.cipher.seal('a', 'upload', PLAIN);
    const { vault } = openVault();
    expect(await vault.list()).toMatchObject([{ id: first.id, name: 'Ada' }]);
    const again = await vault.unlock(first.id, PASSPHRASE);
    expect(again.kind === 'unlocked' && (await again.profile.cipher.open('a', 'upload', sealed))).toEqual(PLAIN);
  });

  it('gives the same answer after the same work, whatever is wrong', async () => {
    const { vault, deriver, registry } = openVault();
    const { id } = await vault.signUp('Ada', PASSPHRASE);
    const stored = (await registry.find(id))!;
    const damaged = { ...stored, id: 'damaged', key: { ...stored.key, sealed: new Uint8Array(3) } };
    await registry.put(damaged);
    const absurd = { ...stored.key.derivation, memoryKib: 1 };
    await registry.put({ ...stored, id: 'absurd', key: { ...stored.key, derivation: absurd } });
    for (const [profile, passphrase] of [
      [id, 'wrong'],
      [id, ''],
      ['damaged', PASSPHRASE],
      ['absurd', PASSPHRASE],
      ['not there', PASSPHRASE],
    ] as const) {
      const before = deriver.derivations;
      expect(await vault.unlock(profile, passphrase)).toEqual({ kind: 'refused' });
      expect(deriver.derivations - before, profile).toBe(1);
    }
  });

  it('makes wait longer and longer after wrong passphrases, also after a reload', async () => {
    let now = 1_000_000;
    const { id } = await openVault(() => now).vault.signUp('Ada', PASSPHRASE);
    const unlock = (passphrase: string) => openVault(() => now).vault.unlock(id, passphrase);
    for (let count = 0; count < 3; count += 1) {
      expect(await unlock('wrong')).toEqual({ kind: 'refused' });
    }
    expect(await unlock(PASSPHRASE)).toEqual({ kind: 'wait', waitMs: 2000 });
    now += 2000;
    expect(await unlock('wrong')).toEqual({ kind: 'refused' });
    expect(await unlock(PASSPHRASE)).toEqual({ kind: 'wait', waitMs: 4000 });
    now += 4000;
    expect(await unlock(PASSPHRASE)).toMatchObject({ kind: 'unlocked' });
    expect(await unlock('wrong')).toEqual({ kind: 'refused' });
    expect(await unlock(PASSPHRASE)).toMatchObject({ kind: 'unlocked' });
  });

  it('takes another passphrase without another data key', async () => {
    const { vault } = openVault();
    const profile = await vault.signUp('Ada', PASSPHRASE);
    const sealed = await profile.cipher.seal('a', 'picture', PLAIN);
    expect(await vault.changePassphrase(profile.id, 'wrong', 'next one')).toEqual({ kind: 'refused' });
    expect(await vault.changePassphrase(profile.id, PASSPHRASE, 'next one')).toEqual({ kind: 'changed' });
    expect(await vault.unlock(profile.id, PASSPHRASE)).toEqual({ kind: 'refused' });
    const again = await vault.unlock(profile.id, 'next one');
    expect(again.kind === 'unlocked' && (await again.profile.cipher.open('a', 'picture', sealed))).toEqual(PLAIN);
  });

  it('stores no wrapping of its key that does not open again', async () => {
    const { vault, deriver } = openVault();
    const { id } = await vault.signUp('Ada', PASSPHRASE);
    const { derive } = deriver;
    // The memory of the device fails while the key for the new passphrase is derived for the first time.
    let isFailing = true;
    deriver.derive = async (passphrase, derivation) => {
      const key = await derive.call(deriver, passphrase, derivation);
      if (passphrase === 'next one' && isFailing) {
        isFailing = false;
        key[0] = key[0]! ^ 1;
      }
      return key;
    };
    await expect(vault.changePassphrase(id, PASSPHRASE, 'next one')).rejects.toThrow('cannot be unwrapped');
    expect(await vault.unlock(id, PASSPHRASE)).toMatchObject({ kind: 'unlocked' });
  });

  it('keeps its own key apart from those of others, and is gone when it is deleted', async () => {
    const { vault } = openVault();
    const ada = await vault.signUp('Ada', PASSPHRASE);
    const bob = await vault.signUp('Bob', PASSPHRASE);
    const sealed = await ada.cipher.seal('a', 'upload', PLAIN);
    expect(await bob.cipher.open('a', 'upload', sealed)).toBeNull();
    await vault.delete(ada.id);
    expect(await vault.unlock(ada.id, PASSPHRASE)).toEqual({ kind: 'refused' });
    expect(await vault.list()).toMatchObject([{ name: 'Bob' }]);
  });

  it('keeps when it is to be locked', async () => {
    const { vault } = openVault();
    const { id } = await vault.signUp('Ada', PASSPHRASE);
    await vault.changeRules(id, { idleMinutes: 5, whenHidden: true });
    expect(await vault.unlock(id, PASSPHRASE)).toMatchObject({ profile: { rules: { idleMinutes: 5 } } });
  });
});

describe('the delay after wrong passphrases', () => {
  it('grows up to five minutes and is not made longer by a clock that was set back', () => {
    expect([1, 2, 3, 4, 5].map((failed) => attemptDelayMs(failed, 0, 0))).toEqual([0, 0, 2000, 4000, 8000]);
    expect(attemptDelayMs(60, 0, 0)).toBe(300_000);
    expect(attemptDelayMs(4, 10_000, 500)).toBe(4000);
    expect(attemptDelayMs(4, 10_000, 14_000)).toBe(0);
  });
});
