import { classifyRegions } from '../classify/classify-regions';
import type { CancelSignal } from '../contract/cancel';
import type { Recognition } from '../contract/recognition';
import { failed, type Result, success } from '../contract/result';
import { toGray } from '../imaging/luminance';
import { acceptFile } from '../intake/accept-file';
import { locateDigits } from '../locate/locate-digits';
import { assembleRecognition } from './assemble-recognition';
import type { Reader } from './reader';
import type { Stage } from './recognizer';

export interface RecognizePictureOptions {
  readonly signal?: CancelSignal | undefined;
  readonly onStage?: ((stage: Stage) => void) | undefined;
}

/**
 * The order of the stages: the one way from a file to the digits in it. The time it takes is counted without the
 * loading of the models.
 *
 * @throws the signal's reason when it is aborted; `BackendLostError` when the backend dies
 */
export async function recognizePicture(
  file: File,
  openReader: () => Promise<Result<Reader>>,
  { signal, onStage }: RecognizePictureOptions = {},
): Promise<Result<Recognition>> {
  // First, so that a wrong file is refused at once, even while the models are still loading.
  const accepted = await acceptFile(file);
  if (!accepted.ok) return accepted;
  const opened = await openReader();
  if (!opened.ok) return failed({ ...opened.failure, fileName: file.name });
  const reader = opened.value;
  const startedAt = performance.now();

  enter('decode');
  const decoded = await reader.decode(accepted.value);
  if (!decoded.ok) return failed({ ...decoded.failure, fileName: file.name });
  const page = toGray(decoded.value);

  enter('locate');
  const regions = await locateDigits(page, reader.locator.network, reader.locator.calibration, signal);

  enter('classify');
  const readings = await classifyRegions(
    page,
    regions,
    reader.classifier.network,
    reader.classifier.calibration,
    signal,
  );

  signal?.throwIfAborted();
  const layout = assembleRecognition(decoded.value, regions, readings);
  const elapsedMs = performance.now() - startedAt;
  return success({ ...layout, modelVersion: reader.modelVersion, backend: reader.backend, elapsedMs });

  function enter(stage: Stage): void {
    signal?.throwIfAborted();
    onStage?.(stage);
  }
}
