import { classifyDigits } from '../classify/classify-digits';
import type { CancelSignal } from '../contract/cancel';
import type { DigitReadings } from '../contract/digit-readings';
import type { GrayImage } from '../contract/image';
import { type Result, success } from '../contract/result';
import type { Reader } from '../reading/reader';

/** Raw pictures of one digit each, as data sets of digits have them. */
export interface DigitPictures {
  /** One picture after the other, row-major gray levels, light ink on black. */
  readonly pixels: Uint8Array;
  /** Width and height of each picture. */
  readonly side: number;
}

/**
 * Reads raw pictures of one digit each with the classifier alone.
 *
 * @throws the signal's reason when it is aborted; `BackendLostError` when the backend dies
 */
export async function classifyPictures(
  { pixels, side }: DigitPictures,
  openReader: () => Promise<Result<Reader>>,
  options: {
    readonly signal?: CancelSignal | undefined;
    readonly onProgress?: (done: number, total: number) => void;
  } = {},
): Promise<Result<DigitReadings>> {
  const opened = await openReader();
  if (!opened.ok) return opened;
  const { classifier, modelVersion, backend } = opened.value;
  const area = side * side;
  const images = Array.from({ length: Math.floor(pixels.length / area) }, (_, index): GrayImage => {
    return { width: side, height: side, data: pixels.subarray(index * area, (index + 1) * area) };
  });
  const startedAt = performance.now();
  const digits = await classifyDigits(images, classifier.network, classifier.calibration, options);
  return success({ digits, modelVersion, backend, elapsedMs: performance.now() - startedAt });
}
