import type { Expectation } from '../../../contract/expectation';
import type { Recognition } from '../../../contract/recognition';
import { failed, type Result } from '../../../contract/result';
import { acceptFile } from '../../../intake/accept-file';
import type { Recognizer } from '../../../recognizer/recognizer';
import type { Stage } from '../../../recognizer/stage';
import { untilAborted } from '../../../recognizer/until-aborted';
import type { ReaderPreparation } from './reader-preparation';

interface Reading {
  readonly recognizer: Recognizer;
  readonly preparation: ReaderPreparation;
  /** What the person expects of the picture's numbers. */
  readonly expectation: () => Promise<Expectation>;
  readonly signal: AbortSignal;
  readonly onStage: (stage: Stage | 'prepare') => void;
}

/**
 * Reads one picture, after the models have arrived.
 *
 * @param open gives the file, from the queue or from the history
 * @returns null when the signal was aborted
 */
export async function readPicture(
  open: () => Promise<Result<File>>,
  { recognizer, preparation, expectation, signal, onStage }: Reading,
): Promise<Result<Recognition> | null> {
  try {
    onStage('prepare');
    const file = await open();
    if (!file.ok) {
      return file;
    }
    // Asked first, so that a wrong file is refused at once and not after the models have loaded.
    const accepted = await acceptFile(file.value);
    if (!accepted.ok) {
      return accepted;
    }
    const prepared = await untilAborted(preparation.prepare(), signal);
    if (!prepared.ok) {
      return prepared;
    }
    const expected = await expectation();
    onStage('decode');
    const asks = { file: file.value, expectation: expected };
    const onProgress = (stage: Stage) => {
      if (!signal.aborted) {
        onStage(stage);
      }
    };
    return await recognizer.run('recognize', asks, { signal, onProgress });
  } catch (error) {
    return signal.aborted ? null : failed({ kind: 'unexpected', detail: String(error) });
  }
}
