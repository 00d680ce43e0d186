import type { AcceptedImage } from '../../../contract/accepted-image';
import type { Caution } from '../../../contract/caution';
import { ANYTHING } from '../../../contract/expectation';
import type { ScriptChoice } from '../../../contract/numeral-scripts';
import type { Recognition } from '../../../contract/recognition';
import { failed, type Result, success } from '../../../contract/result';
import type { ReadingWishes } from '../../../recognizer/recognize';
import type { Recognizer } from '../../../recognizer/recognizer';
import type { Stage } from '../../../recognizer/stage';
import type { UploadHistory } from '../../../uploads/upload-history';
import type { Job } from './job';
import type { JobBoard } from './job-board';
import { acceptStored } from './picture-source';
import { readPicture } from './read-picture';
import type { ReaderPreparation } from './reader-preparation';
import type { ReadingPace } from './reading-pace';
import type { UploadKeeper } from './upload-keeper';

/** What a person chose for every picture. */
export interface ReadingChoices {
  readonly caution: Caution;
  /** What new pictures are read with. */
  readonly script: ScriptChoice;
}

interface JobReaderParts {
  readonly recognizer: Recognizer;
  readonly preparation: ReaderPreparation;
  readonly history: UploadHistory;
  readonly board: JobBoard;
  readonly keeper: UploadKeeper;
  readonly pace: ReadingPace;
  readonly choices: () => ReadingChoices;
}

/** Reads the picture of one job, tells the board how far it is, and hands what became of it to the keeper. */
export class JobReader {
  readonly #parts: JobReaderParts;

  constructor(parts: JobReaderParts) {
    this.#parts = parts;
  }

  /** Resolves when the job is done, failed or canceled; a job that the board no longer knows is left alone. */
  async read(id: string, signal: AbortSignal): Promise<void> {
    const { recognizer, preparation, board, keeper, pace, choices } = this.#parts;
    const job = board.get(id);
    if (!job) {
      return;
    }
    let begun = 0;
    const onStage = (stage: Stage | 'prepare') => {
      // Waiting for the models says nothing about the pictures to come.
      begun = stage === 'decode' ? performance.now() : begun;
      board.move(id, { phase: 'reading', stage });
    };
    const wishes = () => this.#wishesFor(job);
    const reading = { recognizer, preparation, wishes, signal, onStage };
    const read = await readPicture(() => this.#open(job), reading);
    const result = read?.ok ? await withCaution(read.value, choices().caution) : read;
    board.get(id)?.incoming?.letBytesGo();
    if (result === null) {
      board.move(id, { phase: 'canceled' });
    } else if (result.ok) {
      pace.add(performance.now() - begun);
      board.move(id, { phase: 'done', recognition: result.value, isKept: false });
      keeper.keepReading(job, result.value);
    } else {
      const failure = { fileName: job.name, ...result.failure };
      board.move(id, { phase: 'failed', failure });
      keeper.keepFailure(job, failure);
    }
  }

  /** What the person wants of a picture: said with the job, or known from the time that it was read before. */
  async #wishesFor({ id, asItLies, script }: Job): Promise<ReadingWishes> {
    // Nothing is known of a picture that the history does not hold yet, and reading never waits for storage.
    const isStored = !this.#parts.board.get(id)?.incoming;
    const stored = isStored ? await this.#parts.history.reading(id) : null;
    if (!stored?.ok || !stored.value) {
      return { expectation: ANYTHING, asItLies, script: script ?? this.#parts.choices().script };
    }
    const { recognition, corrections } = stored.value;
    const { storedCorrections } = await import('../../../corrections/stored-corrections');
    const { expectation } = storedCorrections(recognition, corrections);
    const before = recognition.scriptMissed?.script ?? recognition.script;
    return { expectation, asItLies: asItLies ?? recognition.asItLies, script: script ?? before };
  }

  /** The picture may have gone into the history since the job began to wait. */
  async #open({ id }: Job): Promise<Result<AcceptedImage>> {
    const incoming = this.#parts.board.get(id)?.incoming;
    if (incoming) {
      return incoming.accept();
    }
    const picture = await this.#parts.history.picture(id);
    if (!picture.ok) {
      return picture;
    }
    return picture.value
      ? acceptStored(picture.value)
      : failed({ kind: 'storage-unavailable', detail: 'the picture is not in the history' });
  }
}

/** As many doubts as a person wants. Where that part of the app cannot be loaded, nothing is marked sure that should not be. */
async function withCaution(recognition: Recognition, caution: Caution): Promise<Result<Recognition>> {
  try {
    const { applyCaution } = await import('./apply-caution');
    return success(applyCaution(recognition, caution));
  } catch (error) {
    return failed({ kind: 'model-unavailable', detail: String(error) });
  }
}
