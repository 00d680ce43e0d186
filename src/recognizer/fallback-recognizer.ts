import type { BackendInfo } from '../contract/network';
import { failed, type Result } from '../contract/result';
import { aboutFile } from './about-file';
import { BackendState } from './backend-state';
import type { JobAsks, JobKind, JobResult } from './job-table';
import type { JobOptions, PrepareOptions, Recognizer } from './recognizer';

/** Uses the first recognizer, and from then on the second when the first finds no backend that runs. */
export class FallbackRecognizer implements Recognizer {
  readonly backend = new BackendState();
  readonly #createSecond: () => Promise<Recognizer>;
  #current: Recognizer;
  #isSecond = false;
  #switching: Promise<void> | undefined;

  constructor(first: Recognizer, createSecond: () => Promise<Recognizer>) {
    this.#current = first;
    this.#createSecond = createSecond;
    first.backend.follow((backend) => this.backend.set(backend));
  }

  async prepare(options?: PrepareOptions): Promise<Result<BackendInfo>> {
    const result = await this.#current.prepare(options);
    if (result.ok || result.failure.kind !== 'backend-unavailable' || this.#isSecond) return result;
    try {
      this.#switching ??= this.#switch();
      await this.#switching;
    } catch (error) {
      // The chunk with the second recognizer did not arrive.
      this.#switching = undefined;
      return failed({ kind: 'model-unavailable', detail: String(error) });
    }
    return this.#current.prepare(options);
  }

  async run<Kind extends JobKind>(
    kind: Kind,
    asks: JobAsks<Kind>,
    options?: JobOptions<Kind>,
  ): Promise<JobResult<Kind>> {
    options?.signal?.throwIfAborted();
    const prepared = await this.prepare();
    if (!prepared.ok) return failed({ ...prepared.failure, ...aboutFile(asks) }) as JobResult<Kind>;
    return this.#current.run(kind, asks, options);
  }

  dispose(): void {
    this.#current.dispose();
  }

  async #switch(): Promise<void> {
    const second = await this.#createSecond();
    this.#current.dispose();
    this.#current = second;
    this.#isSecond = true;
    second.backend.follow((backend) => this.backend.set(backend));
  }
}
