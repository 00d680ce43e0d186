import { ProfileRegistry } from '../../../vault/profile-registry';
import { Vault } from '../../../vault/vault';
import { WorkerKeyDeriver } from '../../../vault/worker-key-deriver';

/** The profiles of this browser. */
export const browserVault = new Vault(new ProfileRegistry(), new WorkerKeyDeriver());

/** WebCrypto is there on https and on the device's own address only. */
export function canEncrypt(): boolean {
  return globalThis.crypto?.subtle !== undefined;
}
