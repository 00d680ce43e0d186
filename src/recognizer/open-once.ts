import type { Result } from '../contract/result';
import type { TellBytes } from '../reading/reader';

/** Opens a model once, when it is first asked for; a failure is forgotten, so that the next call tries again. */
export class OpenOnce<Model> {
  readonly #open: (onProgress?: TellBytes) => Promise<Result<Model>>;
  readonly #dispose: (model: Model) => void;
  #opening: Promise<Result<Model>> | undefined;

  /** @param dispose frees what was opened */
  constructor(open: (onProgress?: TellBytes) => Promise<Result<Model>>, dispose: (model: Model) => void) {
    this.#open = open;
    this.#dispose = dispose;
  }

  async open(onProgress?: TellBytes): Promise<Result<Model>> {
    this.#opening ??= this.#open(onProgress);
    const model = await this.#opening;
    if (!model.ok) this.#opening = undefined;
    return model;
  }

  dispose(): void {
    void this.#opening?.then((model) => model.ok && this.#dispose(model.value));
  }
}
