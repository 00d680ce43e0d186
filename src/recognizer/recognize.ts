import type { AcceptedImage } from '../contract/accepted-image';
import type { CancelSignal } from '../contract/cancel';
import { ANYTHING, type Expectation } from '../contract/expectation';
import { DEFAULT_SCRIPT, type ScriptChoice } from '../contract/numeral-scripts';
import type { Recognition } from '../contract/recognition';
import { failed, type Result, success } from '../contract/result';
import { toGray } from '../imaging/luminance';
import { digitsOnly } from '../numbers/digits-only';
import { assembleRecognition } from '../reading/assemble-recognition';
import { readCodes } from '../reading/read-codes';
import { readPage } from '../reading/read-page';
import { type ReadUpright, readUpright } from '../reading/read-upright';
import type { Reader } from '../reading/reader';
import { doubtScript, seemsOther } from '../reading/seems-other';
import { withLabels } from '../reading/tell-labels';
import type { Stage } from './stage';
import { withWished } from './with-wished';

/** What a person wants of the reading of one picture. */
export interface ReadingWishes {
  /** What every number of the picture should be; only chooses between plausible readings. */
  readonly expectation?: Expectation | undefined;
  /** Reads the picture as it is, however its numbers lie. */
  readonly asItLies?: boolean | undefined;
  /** The numeral script of its numbers; 'auto': each number's is told. */
  readonly script?: ScriptChoice | undefined;
}

interface RecognizePictureOptions extends ReadingWishes {
  readonly signal?: CancelSignal | undefined;
  readonly onStage?: ((stage: Stage) => void) | undefined;
}

/**
 * The order of the stages: the one way from a picture to the digits in it. The time it takes is counted without the
 * loading of the models.
 *
 * @throws the signal's reason when it is aborted; `BackendLostError` when the backend dies
 */
export async function recognizePicture(
  image: AcceptedImage,
  openReader: () => Promise<Result<Reader>>,
  { expectation = ANYTHING, asItLies = false, script = DEFAULT_SCRIPT, signal, onStage }: RecognizePictureOptions = {},
): Promise<Result<Recognition>> {
  const opened = await openReader();
  if (!opened.ok) return failed({ ...opened.failure, fileName: image.file.name });
  const wished = await withWished(opened.value, expectation, script);
  if (!wished.ok) return failed({ ...wished.failure, fileName: image.file.name });
  const reader = wished.value;
  const startedAt = performance.now();

  enter('decode');
  const decoded = await reader.decode(image);
  if (!decoded.ok) return failed({ ...decoded.failure, fileName: image.file.name });
  const page = toGray(decoded.value);

  enter('locate');
  const onClassify = () => enter('classify');
  const read: ReadUpright = reader.plates
    ? { ...(await readCodes(page, reader.plates, expectation, signal)), turn: 0 }
    : asItLies
      ? { ...(await readPage(page, reader, expectation, signal, onClassify)), turn: 0 }
      : await readUpright(page, reader, expectation, signal, onClassify);

  signal?.throwIfAborted();
  const mayBeOther = script === DEFAULT_SCRIPT && !reader.plates && seemsOther(read.numbers);
  const assembled = assembleRecognition(decoded.value, mayBeOther ? doubtScript(read.numbers) : read.numbers);
  const layout = withLabels(expectation.id === 'digits-only' ? digitsOnly(assembled) : assembled);
  const elapsedMs = performance.now() - startedAt;
  return success({
    ...layout,
    ...(read.fit && { fit: read.fit }),
    ...(read.turn !== 0 && { turned: read.turn }),
    ...(asItLies && { asItLies }),
    ...(script !== DEFAULT_SCRIPT && { script }),
    ...(mayBeOther && { mayBeOther }),
    modelVersion: reader.modelVersion,
    backend: reader.backend,
    elapsedMs,
  });

  function enter(stage: Stage): void {
    signal?.throwIfAborted();
    onStage?.(stage);
  }
}
