import type { RecordCipher } from '../contract/record-cipher';
import { attemptDelayMs } from './attempt-delay';
import { newDataKey, unwrapDataKey, type WrappedKey, wrapDataKey } from './data-key';
import { isSoundDerivation, LEAST_COST, newDerivation } from './key-derivation';
import type { KeyDeriver } from './key-deriver';
import { DEFAULT_RULES, type LockRules, newProfileId, type StoredProfile } from './profile';
import { ProfileCipher } from './profile-cipher';
import type { ProfileRegistry } from './profile-registry';

/** What a list of profiles shows. */
export type ProfileSummary = Pick<StoredProfile, 'id' | 'name' | 'createdAt' | 'rules'>;

/** A profile whose data key is at hand. */
export interface UnlockedProfile extends ProfileSummary {
  readonly cipher: RecordCipher;
}

export type UnlockResult =
  | { readonly kind: 'unlocked'; readonly profile: UnlockedProfile }
  /** The same, whatever was wrong. */
  | { readonly kind: 'refused' }
  /** Too many wrong passphrases: nothing was tried. */
  | { readonly kind: 'wait'; readonly waitMs: number };

type VaultRegistry = Pick<ProfileRegistry, 'list' | 'find' | 'put' | 'change' | 'delete'>;

/** Signs up, opens and deletes profiles. Rejects where storage fails or the device cannot derive a key. */
export class Vault {
  readonly #registry: VaultRegistry;
  readonly #deriver: KeyDeriver;
  readonly #now: () => number;

  constructor(registry: VaultRegistry, deriver: KeyDeriver, now: () => number = Date.now) {
    this.#registry = registry;
    this.#deriver = deriver;
    this.#now = now;
  }

  list(): Promise<readonly ProfileSummary[]> {
    return this.#registry.list();
  }

  /** Makes a profile with a data key of its own, at the cost that this device can bear. */
  async signUp(name: string, passphrase: string): Promise<UnlockedProfile> {
    const id = newProfileId();
    const derivation = newDerivation(await this.#deriver.calibrate());
    const { key, dataKey } = await this.#wrap(await newDataKey(), passphrase, { profileId: id, derivation });
    const profile: StoredProfile = {
      id,
      name: name.trim(),
      createdAt: this.#now(),
      key,
      rules: DEFAULT_RULES,
      failedAttempts: 0,
      lastAttemptAt: 0,
    };
    await this.#registry.put(profile);
    return unlocked(profile, dataKey);
  }

  async unlock(id: string, passphrase: string): Promise<UnlockResult> {
    const attempt = await this.#attempt(id, passphrase, false);
    return attempt.kind === 'opened'
      ? { kind: 'unlocked', profile: unlocked(attempt.profile, attempt.dataKey) }
      : attempt;
  }

  /**
   * Wraps the same data key for another passphrase; no picture is touched.
   *
   * @returns rejects when the new wrapping does not open; the profile opens with the old passphrase then
   */
  async changePassphrase(
    id: string,
    current: string,
    next: string,
  ): Promise<Exclude<UnlockResult, { kind: 'unlocked' }> | { readonly kind: 'changed' }> {
    const attempt = await this.#attempt(id, current, true);
    if (attempt.kind !== 'opened') {
      return attempt;
    }
    const derivation = newDerivation(await this.#deriver.calibrate());
    const { key } = await this.#wrap(attempt.dataKey, next, { profileId: id, derivation });
    await this.#registry.change(id, (profile) => ({ ...profile, key }));
    return { kind: 'changed' };
  }

  async changeRules(id: string, rules: LockRules): Promise<void> {
    await this.#registry.change(id, (profile) => ({ ...profile, rules }));
  }

  /** The profile with its wrapped key, for a backup that has to open elsewhere. */
  async wrappedKey(id: string): Promise<WrappedKey | null> {
    return (await this.#registry.find(id))?.key ?? null;
  }

  /** Without the wrapped key nobody can open what was sealed, with or without the passphrase. */
  delete(id: string): Promise<void> {
    return this.#registry.delete(id);
  }

  /** Wraps a key and opens it again from what is going to be stored: a wrapping that does not open loses all pictures. */
  async #wrap(newKey: CryptoKey, passphrase: string, where: Parameters<typeof wrapDataKey>[3]) {
    const key = await wrapDataKey(this.#deriver, newKey, passphrase, where);
    const dataKey = await unwrapDataKey(this.#deriver, key, { profileId: where.profileId, passphrase });
    if (!dataKey) {
      throw new Error('the new key cannot be unwrapped');
    }
    return { key, dataKey };
  }

  /** Whatever is wrong, exactly one key is derived and the answer is the same. */
  async #attempt(id: string, passphrase: string, isExtractable: boolean) {
    let waitMs = 0;
    // Counted before it is tried: closing the page in between must not give a free attempt.
    const profile = await this.#registry.change(id, (stored) => {
      waitMs = attemptDelayMs(stored.failedAttempts, stored.lastAttemptAt, this.#now());
      return waitMs > 0 ? stored : { ...stored, failedAttempts: stored.failedAttempts + 1, lastAttemptAt: this.#now() };
    });
    if (waitMs > 0) {
      return { kind: 'wait', waitMs } as const;
    }
    const options = { profileId: id, passphrase, isExtractable };
    const dataKey = await unwrapDataKey(this.#deriver, soundKey(profile?.key), options);
    if (!profile || !dataKey) {
      return { kind: 'refused' } as const;
    }
    const kept = await this.#registry.change(id, (stored) => ({ ...stored, failedAttempts: 0 }));
    return kept ? ({ kind: 'opened', profile, dataKey } as const) : ({ kind: 'refused' } as const);
  }
}

/** What is stored may be damaged: then as much is derived as for a sound one, and it opens nothing. */
function soundKey(key: WrappedKey | undefined): WrappedKey {
  const isSound =
    key?.sealed instanceof Uint8Array && key.nonce instanceof Uint8Array && isSoundDerivation(key.derivation);
  return isSound
    ? key
    : { derivation: newDerivation(LEAST_COST), nonce: new Uint8Array(12), sealed: new Uint8Array(48) };
}

function unlocked({ id, name, createdAt, rules }: StoredProfile, dataKey: CryptoKey): UnlockedProfile {
  return { id, name, createdAt, rules, cipher: new ProfileCipher(id, dataKey) };
}
