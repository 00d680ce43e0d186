/** How a key is made of a passphrase: Argon2id, version 1.3 (RFC 9106), one lane. Stored in the clear with the profile. */
export interface KeyDerivation {
  readonly algorithm: 'argon2id';
  /** Memory in KiB. */
  readonly memoryKib: number;
  readonly passes: number;
  /** 16 random bytes. */
  readonly salt: Uint8Array<ArrayBuffer>;
}

/** What a derivation costs, without the salt. */
export type DerivationCost = Pick<KeyDerivation, 'memoryKib' | 'passes'>;

/** Never less than this, however slow the device is: OWASP's Password Storage Cheat Sheet. */
export const LEAST_COST: DerivationCost = { memoryKib: 19 * 1024, passes: 2 };

/** More is taken for damaged or hostile: a phone could not open it, and a forged backup could stop the page with it. */
const MOST_COST: DerivationCost = { memoryKib: 1024 * 1024, passes: 64 };

export const SALT_BYTES = 16;

/** A derivation with a fresh salt. */
export function newDerivation({ memoryKib, passes }: DerivationCost): KeyDerivation {
  return { algorithm: 'argon2id', memoryKib, passes, salt: crypto.getRandomValues(new Uint8Array(SALT_BYTES)) };
}

/** @returns whether the parameters are ones that this app may have written */
export function isSoundDerivation({ algorithm, memoryKib, passes, salt }: KeyDerivation): boolean {
  return (
    algorithm === 'argon2id' &&
    isWithin(memoryKib, LEAST_COST.memoryKib, MOST_COST.memoryKib) &&
    isWithin(passes, LEAST_COST.passes, MOST_COST.passes) &&
    salt instanceof Uint8Array &&
    salt.length === SALT_BYTES
  );
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
