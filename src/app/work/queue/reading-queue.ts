import { DEFAULT_SCRIPT } from '../../../contract/numeral-scripts';
import type { Recognizer } from '../../../recognizer/recognizer';
import type { UploadHistory } from '../../../uploads/upload-history';
import { cleanName, type Incoming } from './incoming';
import type { AskedReading, Job, StoredUpload } from './job';
import { JobBoard } from './job-board';
import { JobReader, type ReadingChoices } from './job-reader';
import { newId } from './new-id';
import { IncomingPicture } from './picture-source';
import type { ReaderPreparation } from './reader-preparation';
import { ReadingPace } from './reading-pace';
import { UploadKeeper } from './upload-keeper';
import { WaitingLine } from './waiting-line';

/** So many finished jobs stay at hand, until every list has learned from the history what was read. */
const REMEMBERED_JOBS = 16;

/**
 * Reads pictures one after the other and keeps them in the history: the picture as soon as it is handed in, its
 * reading when it is there. Reading never waits for storage.
 */
export class ReadingQueue {
  readonly #board = new JobBoard();
  readonly state = this.#board.state;
  readonly #keeper: UploadKeeper;
  readonly #reader: JobReader;
  readonly #pace = new ReadingPace();
  readonly #line = new WaitingLine();
  #running: { readonly id: string; readonly abort: AbortController } | null = null;
  #finishedInRun = 0;
  #lastPlace = 0;
  #kept: string[] = [];

  /** @param choices what the person chose for every picture */
  constructor(
    recognizer: Recognizer,
    preparation: ReaderPreparation,
    history: UploadHistory,
    choices: () => ReadingChoices = () => ({ caution: 'balanced', script: DEFAULT_SCRIPT }),
  ) {
    this.#keeper = new UploadKeeper(history, {
      onPictureKept: (id) => this.#board.change([id], { incoming: null }),
      onReadingKept: (id) => this.#rememberKept(id),
      onFailure: (id, saveFailure) => this.#board.change([id], { saveFailure }),
    });
    const [board, keeper, pace] = [this.#board, this.#keeper, this.#pace];
    this.#reader = new JobReader({ recognizer, preparation, history, board, keeper, pace, choices });
  }

  /**
   * @param batchId shared by pictures that belong together; a picture without is looked at right now and read first
   * @returns an id for each file, in the same order
   */
  add(files: readonly Incoming[], batchId: string | null = null): readonly string[] {
    // Rows of one drop keep its order although they were handed in at the same moment.
    const now = Date.now();
    const jobs = files.map((file, index): Job => {
      const [name, place] = [cleanName(file.name), this.#nextPlace()];
      const stored = { id: newId(), name, createdAt: now - index, batchId, place };
      return { ...stored, incoming: new IncomingPicture(file), state: { phase: 'waiting' }, saveFailure: null };
    });
    this.#board.put(jobs);
    this.#keeper.keep(jobs);
    const ids = jobs.map((job) => job.id);
    this.#line.add(ids, batchId === null);
    this.#start();
    return ids;
  }

  /**
   * Reads one picture now: a job that failed or was canceled, or one that the history holds.
   *
   * @param asked what is to be done otherwise than it was read before
   */
  read(id: string, stored?: StoredUpload, asked: AskedReading = {}): void {
    this.#readAgain([stored ?? { id }], true, asked);
  }

  /** Reads many when it is their turn. */
  readAll(uploads: readonly StoredUpload[]): void {
    this.#readAgain(uploads, false, {});
  }

  /** Stops after the picture that is being read. */
  pause(): void {
    this.#line.isPaused = true;
    this.#tellRun();
  }

  resume(): void {
    this.#line.isPaused = false;
    this.#start();
  }

  /** Stops the picture that is being read and drops those that wait; all stay in the history, unread. */
  cancel(): void {
    this.#board.change(this.#line.clear(), { state: { phase: 'canceled' } });
    this.#running?.abort.abort();
    this.#tellRun();
  }

  /** Stops or drops the given pictures only, e.g. because they are being deleted. */
  cancelOnly(ids: readonly string[]): void {
    this.#board.change(this.#line.remove(ids), { state: { phase: 'canceled' } });
    if (this.#running && ids.includes(this.#running.id)) {
      this.#running.abort.abort();
    }
    this.#tellRun();
  }

  /** Whether something is on its way into the history, and would be lost with the page. */
  get isSaving(): boolean {
    return this.#keeper.isSaving;
  }

  /** Resolves when none of the pictures is on its way into the history anymore, e.g. to delete it there. */
  settled(ids: readonly string[]): Promise<void> {
    return this.#keeper.settled(ids);
  }

  /** Forgets jobs; what the history holds of them stays. */
  forget(...ids: readonly string[]): void {
    this.#board.remove(ids);
  }

  /** By the clock, so that what is added after a reload stands behind what came before it. */
  #nextPlace(): number {
    this.#lastPlace = Math.max(Date.now(), this.#lastPlace + 1);
    return this.#lastPlace;
  }

  #readAgain(
    uploads: readonly (StoredUpload | { readonly id: string })[],
    isUrgent: boolean,
    { asItLies, script }: AskedReading,
  ): void {
    const again = uploads.flatMap((upload): Job[] => {
      const stored = 'name' in upload ? { ...upload, incoming: null, saveFailure: null } : undefined;
      const job = this.#board.get(upload.id) ?? stored;
      const isBusy = this.#running?.id === upload.id || this.#line.has(upload.id);
      if (!job || isBusy) return [];
      const { script: _asked, ...rest }: Omit<Job, 'state'> = job;
      const wish = { ...(asItLies !== undefined && { asItLies }), ...(script && { script }) };
      return [{ ...rest, ...wish, state: { phase: 'waiting' } }];
    });
    this.#board.put(again);
    this.#line.add(
      again.map((job) => job.id),
      isUrgent,
    );
    this.#start();
  }

  #start(): void {
    this.#tellRun();
    if (!this.#running) {
      void this.#work();
    }
  }

  async #work(): Promise<void> {
    for (let id = this.#line.next(); id !== undefined; id = this.#line.next()) {
      const abort = new AbortController();
      this.#running = { id, abort };
      this.#tellRun();
      await this.#reader.read(id, abort.signal);
      this.#finishedInRun += 1;
    }
    this.#running = null;
    this.#tellRun();
  }

  #rememberKept(id: string): void {
    const job = this.#board.get(id);
    if (job?.state.phase !== 'done' || job.incoming) {
      return;
    }
    this.#board.move(id, { ...job.state, isKept: true });
    this.#kept = [...this.#kept.filter((other) => other !== id), id];
    const old = this.#kept.splice(0, this.#kept.length - REMEMBERED_JOBS);
    this.#board.remove(old.filter((oldId) => this.#board.get(oldId)?.state.phase === 'done'));
  }

  #tellRun(): void {
    const left = this.#line.length + (this.#running ? 1 : 0);
    if (left === 0) {
      this.#finishedInRun = 0;
      this.#line.isPaused = false;
    }
    const run = {
      position: this.#finishedInRun + 1,
      total: this.#finishedInRun + left,
      currentId: this.#running?.id ?? null,
      remainingMs: this.#pace.remainingMs(left),
      isPaused: this.#line.isPaused,
    };
    this.#board.tell(left === 0 ? null : run);
  }
}
