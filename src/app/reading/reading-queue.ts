import type { RecognitionFailure } from '../../contract/failure';
import type { Recognition } from '../../contract/recognition';
import { failed, type Result } from '../../contract/result';
import type { UploadHistory } from '../../history/upload-history';
import { acceptFile } from '../../intake/accept-file';
import type { Recognizer } from '../../recognize/recognizer';
import { Store } from '../state/store';
import type { Job, JobState, QueueState } from './job';
import { newId } from './new-id';
import type { ReaderPreparation } from './reader-preparation';
import { UploadKeeper } from './upload-keeper';

/**
 * Reads pictures one after the other and keeps them in the history: the picture as soon as it is handed in, its
 * reading when it is there. Reading never waits for storage.
 */
export class ReadingQueue {
  readonly state = new Store<QueueState>({ jobs: new Map(), run: null });
  readonly #recognizer: Recognizer;
  readonly #preparation: ReaderPreparation;
  readonly #keeper: UploadKeeper;
  #waiting: string[] = [];
  #running: { readonly id: string; readonly abort: AbortController } | null = null;
  #finishedInRun = 0;

  constructor(recognizer: Recognizer, preparation: ReaderPreparation, history: UploadHistory) {
    this.#recognizer = recognizer;
    this.#preparation = preparation;
    this.#keeper = new UploadKeeper(history, (id, saveFailure) => this.#change(id, { saveFailure }));
  }

  /** @returns an id for each file, in the same order */
  add(files: readonly File[]): readonly string[] {
    // Rows of one drop keep its order although they were handed in at the same moment.
    const now = Date.now();
    const jobs = files.map((file, index): Job => {
      return { id: newId(), file, createdAt: now - index, state: { phase: 'waiting' }, saveFailure: null };
    });
    this.#put(jobs);
    for (const job of jobs) {
      this.#keeper.keep(job);
    }
    this.#enqueue(jobs.map((job) => job.id));
    return jobs.map((job) => job.id);
  }

  /** Reads a picture that the history already holds, or a job that failed or was canceled. */
  read(id: string, stored?: { readonly file: File; readonly createdAt: number }): void {
    const job = this.state.get().jobs.get(id);
    const again: Job | null = job
      ? { ...job, state: { phase: 'waiting' } }
      : stored
        ? { id, ...stored, state: { phase: 'waiting' }, saveFailure: null }
        : null;
    if (again && this.#running?.id !== id && !this.#waiting.includes(id)) {
      this.#put([again]);
      this.#enqueue([id]);
    }
  }

  /** Stops the picture that is being read and drops those that wait; all stay in the history, unread. */
  cancel(): void {
    const dropped = this.#waiting;
    this.#waiting = [];
    for (const id of dropped) {
      this.#setState(id, { phase: 'canceled' });
    }
    this.#running?.abort.abort();
  }

  /** Stops or drops the given pictures only, e.g. because they are being deleted. */
  cancelOnly(ids: readonly string[]): void {
    this.#waiting = this.#waiting.filter((id) => !ids.includes(id));
    for (const id of ids) {
      if (this.#running?.id === id) {
        this.#running.abort.abort();
      } else if (this.state.get().jobs.get(id)?.state.phase === 'waiting') {
        this.#setState(id, { phase: 'canceled' });
      }
    }
    this.#tellRun();
  }

  /** Resolves when none of the pictures is on its way into the history anymore, e.g. to delete it there. */
  settled(ids: readonly string[]): Promise<void> {
    return this.#keeper.settled(ids);
  }

  /** Forgets a job; what the history holds of it stays. */
  forget(id: string): void {
    const jobs = new Map(this.state.get().jobs);
    jobs.delete(id);
    this.state.set({ ...this.state.get(), jobs });
  }

  #enqueue(ids: readonly string[]): void {
    this.#waiting.push(...ids);
    if (this.#running) {
      this.#tellRun();
    } else {
      void this.#work();
    }
  }

  async #work(): Promise<void> {
    this.#finishedInRun = 0;
    for (let id = this.#waiting.shift(); id !== undefined; id = this.#waiting.shift()) {
      const abort = new AbortController();
      this.#running = { id, abort };
      this.#tellRun();
      await this.#readOne(id, abort.signal);
      this.#finishedInRun += 1;
    }
    this.#running = null;
    this.#tellRun();
  }

  async #readOne(id: string, signal: AbortSignal): Promise<void> {
    const job = this.state.get().jobs.get(id);
    if (!job) {
      return;
    }
    const result = await this.#recognize(job, signal);
    if (result === null) {
      this.#setState(id, { phase: 'canceled' });
    } else if (result.ok) {
      this.#setState(id, { phase: 'done', recognition: result.value });
      this.#keeper.keepReading(job, result.value);
    } else {
      const failure: RecognitionFailure = { fileName: job.file.name, ...result.failure };
      this.#setState(id, { phase: 'failed', failure });
    }
  }

  /** @returns null when the signal was aborted */
  async #recognize(job: Job, signal: AbortSignal): Promise<Result<Recognition> | null> {
    try {
      this.#setState(job.id, { phase: 'reading', stage: 'prepare' });
      // Asked first, so that a wrong file is refused at once and not after the models have loaded.
      const accepted = await acceptFile(job.file);
      if (!accepted.ok) {
        return accepted;
      }
      const prepared = await untilAborted(this.#preparation.prepare(), signal);
      if (!prepared.ok) {
        return prepared;
      }
      this.#setState(job.id, { phase: 'reading', stage: 'decode' });
      return await this.#recognizer.recognize(job.file, {
        signal,
        onStage: (stage) => {
          if (!signal.aborted) {
            this.#setState(job.id, { phase: 'reading', stage });
          }
        },
      });
    } catch (error) {
      return signal.aborted ? null : failed({ kind: 'unexpected', detail: String(error) });
    }
  }

  #setState(id: string, state: JobState): void {
    this.#change(id, { state });
  }

  #change(id: string, change: Partial<Job>): void {
    const job = this.state.get().jobs.get(id);
    if (job) {
      this.#put([{ ...job, ...change }]);
    }
  }

  #put(changed: readonly Job[]): void {
    const jobs = new Map(this.state.get().jobs);
    for (const job of changed) {
      jobs.set(job.id, job);
    }
    this.state.set({ ...this.state.get(), jobs });
  }

  #tellRun(): void {
    const position = this.#finishedInRun + 1;
    const run = this.#running
      ? { position, total: position + this.#waiting.length, currentId: this.#running.id }
      : null;
    this.state.set({ ...this.state.get(), run });
  }
}

/** Settles as `work` does, or rejects as soon as the signal is aborted; the work itself goes on for others. */
function untilAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}
