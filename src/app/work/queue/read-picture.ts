import type { AcceptedImage } from '../../../contract/accepted-image';
import { DEFAULT_SCRIPT } from '../../../contract/numeral-scripts';
import type { Recognition } from '../../../contract/recognition';
import { failed, type Result, success } from '../../../contract/result';
import type { ReadingWishes } from '../../../recognizer/recognize';
import type { Recognizer } from '../../../recognizer/recognizer';
import type { Stage } from '../../../recognizer/stage';
import { untilAborted } from '../../../recognizer/until-aborted';
import type { ReaderPreparation } from './reader-preparation';

interface Reading {
  readonly recognizer: Recognizer;
  readonly preparation: ReaderPreparation;
  readonly wishes: () => Promise<ReadingWishes>;
  readonly signal: AbortSignal;
  readonly onStage: (stage: Stage | 'prepare') => void;
}

/**
 * Reads one picture, after the models have arrived.
 *
 * @param open gives the picture, from the queue or from the history; a wrong file is refused before the models have loaded
 * @returns null when the signal was aborted
 */
export async function readPicture(
  open: () => Promise<Result<AcceptedImage>>,
  { recognizer, preparation, wishes, signal, onStage }: Reading,
): Promise<Result<Recognition> | null> {
  try {
    onStage('prepare');
    const image = await open();
    if (!image.ok) {
      return image;
    }
    const prepared = await untilAborted(preparation.prepare(), signal);
    if (!prepared.ok) {
      return prepared;
    }
    const decoder = await untilAborted(preparation.fetchDecoder(image.value), signal);
    if (!decoder.ok) {
      return decoder;
    }
    const wished = await wishes();
    const { script = DEFAULT_SCRIPT } = wished;
    const scripts = await untilAborted(preparation.fetchScripts(script), signal);
    const plates = await untilAborted(preparation.fetchPlates(wished.expectation), signal);
    if (!plates.ok) {
      return plates;
    }
    const asks = { image: image.value, ...wished, script: scripts.ok ? script : DEFAULT_SCRIPT };
    onStage('decode');
    const onProgress = (stage: Stage) => {
      if (!signal.aborted) {
        onStage(stage);
      }
    };
    const read = await recognizer.run('recognize', asks, { signal, onProgress });
    if (scripts.ok || !read.ok) return read;
    const { missScript } = await import('./miss-script');
    return success(missScript(read.value, { script, failure: scripts.failure.kind }));
  } catch (error) {
    return signal.aborted ? null : failed({ kind: 'unexpected', detail: String(error) });
  }
}
