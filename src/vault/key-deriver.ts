import type { DerivationCost, KeyDerivation } from './key-derivation';

export type ToKeyWorker =
  | { readonly kind: 'derive'; readonly password: Uint8Array<ArrayBuffer>; readonly derivation: KeyDerivation }
  | { readonly kind: 'calibrate' };

export type FromKeyWorker =
  | { readonly kind: 'derived'; readonly key: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'calibrated'; readonly cost: DerivationCost };

/** Makes keys of passphrases. */
export interface KeyDeriver {
  /** @returns 32 bytes; whoever asked wipes them */
  derive(passphrase: string, derivation: KeyDerivation): Promise<Uint8Array<ArrayBuffer>>;
  /** What this device derives in about half a second. */
  calibrate(): Promise<DerivationCost>;
}
