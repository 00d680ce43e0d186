import { argon2id } from './argon2id';
import { type DerivationCost, type KeyDerivation, LEAST_COST } from './key-derivation';
import type { KeyDeriver } from './key-deriver';
import { passphraseBytes } from './passphrase-bytes';

/** Derives in this thread at the least cost, and counts. */
export class TestKeyDeriver implements KeyDeriver {
  derivations = 0;

  derive(passphrase: string, derivation: KeyDerivation): Promise<Uint8Array<ArrayBuffer>> {
    this.derivations += 1;
    return argon2id(passphraseBytes(passphrase), derivation);
  }

  async calibrate(): Promise<DerivationCost> {
    return LEAST_COST;
  }
}
