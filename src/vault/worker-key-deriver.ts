import type { DerivationCost, KeyDerivation } from './key-derivation';
import type { FromKeyWorker, KeyDeriver, ToKeyWorker } from './key-deriver';
import { passphraseBytes } from './passphrase-bytes';

/** Derives in a worker of its own each time: when it has answered it is ended, and with it goes what it had in memory. */
export class WorkerKeyDeriver implements KeyDeriver {
  async derive(passphrase: string, derivation: KeyDerivation): Promise<Uint8Array<ArrayBuffer>> {
    const reply = await ask({ kind: 'derive', password: passphraseBytes(passphrase), derivation });
    if (reply.kind !== 'derived') {
      throw new Error(`the key worker answered ${reply.kind}`);
    }
    return reply.key;
  }

  async calibrate(): Promise<DerivationCost> {
    const reply = await ask({ kind: 'calibrate' });
    if (reply.kind !== 'calibrated') {
      throw new Error(`the key worker answered ${reply.kind}`);
    }
    return reply.cost;
  }
}

/** Rejects when the worker cannot run, e.g. because the device has too little memory left. */
function ask(question: ToKeyWorker): Promise<FromKeyWorker> {
  const worker = new Worker(new URL('./argon2id.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<FromKeyWorker>((resolve, reject) => {
    worker.addEventListener('message', (event: MessageEvent<FromKeyWorker>) => resolve(event.data));
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'the key worker could not run')));
    worker.postMessage(question);
  }).finally(() => worker.terminate());
}
