import type { BackendInfo } from '../contract/network';

/** Which backend reads now. It changes when one dies and the next one takes over. */
export class BackendState {
  readonly #listeners: ((backend: BackendInfo) => void)[] = [];
  #current: BackendInfo | undefined;

  set(backend: BackendInfo): void {
    this.#current = backend;
    for (const listener of this.#listeners) listener(backend);
  }

  /** Calls with the current backend, if there is one, and with each that follows. */
  follow(listener: (backend: BackendInfo) => void): void {
    this.#listeners.push(listener);
    if (this.#current) listener(this.#current);
  }
}
