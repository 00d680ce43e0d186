import type { CancelSignal } from '../contract/cancel';
import type { DigitReading } from '../contract/digit-readings';
import type { GrayImage } from '../contract/image';
import type { ClassifierCalibration } from '../contract/model-manifest';
import type { Network } from '../contract/network';
import { inkBox } from '../imaging/ink-box';
import { normalizeGlyph } from './normalize-glyph';
import { readGlyphs } from './read-glyphs';

/** Small enough that progress moves and a cancel is heard soon, large enough to keep a graphics processor busy. */
const BATCH = 50;

export interface ClassifyDigitsProgress {
  readonly signal?: CancelSignal | undefined;
  /** Told how many pictures have been read so far. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * Reads raw pictures of one digit each, light ink on black, as data sets of digits have them: the digit is where the
 * ink is, so nothing has to be located.
 *
 * @returns one entry a picture, in the same order
 * @throws the signal's reason when cancelled
 */
export async function classifyDigits(
  images: readonly GrayImage[],
  network: Network,
  calibration: ClassifierCalibration,
  { signal, onProgress }: ClassifyDigitsProgress = {},
): Promise<DigitReading[]> {
  const readings: DigitReading[] = [];
  for (let start = 0; start < images.length; start += BATCH) {
    signal?.throwIfAborted();
    const cuts = images.slice(start, start + BATCH).map((image) => {
      const box = inkBox(image);
      return (zoom: number) => normalizeGlyph(image, box, zoom);
    });
    for (const { prediction } of await readGlyphs(cuts, network, calibration)) {
      const { ranked, verdict } = prediction;
      readings.push({ label: ranked[0]!.label, confidence: ranked[0]!.probability, verdict });
    }
    onProgress?.(readings.length, images.length);
  }
  signal?.throwIfAborted();
  return readings;
}
