import type { CancelSignal } from '../contract/cancel';
import type { Box, GrayImage } from '../contract/image';
import { MODEL_CONTRACT } from '../contract/model-contract';
import type { ClassifierCalibration } from '../contract/model-manifest';
import type { Network } from '../contract/network';
import type { DigitRegion, Glyph, Prediction } from '../contract/recognition';
import { normalizeGlyph } from './normalize-glyph';
import { readGlyphs } from './read-glyphs';

const { side } = MODEL_CONTRACT.classifier;
/** Glyphs given to the network at once. */
const BATCH = 32;

export interface ClassifiedGlyph {
  readonly glyph: Glyph;
  readonly prediction: Prediction;
}

/**
 * Reads every region of a page.
 *
 * @param page the page at its full resolution: glyphs are cut from these pixels
 * @returns one entry a region, in the same order
 * @throws the signal's reason when cancelled
 */
export async function classifyRegions(
  page: GrayImage,
  regions: readonly DigitRegion[],
  network: Network,
  calibration: ClassifierCalibration,
  signal?: CancelSignal,
): Promise<ClassifiedGlyph[]> {
  const classified: ClassifiedGlyph[] = [];
  for (let start = 0; start < regions.length; start += BATCH) {
    signal?.throwIfAborted();
    const cuts = regions.slice(start, start + BATCH).map(
      ({ box }) =>
        (zoom: number) =>
          normalizeGlyph(page, box, zoom),
    );
    for (const { glyph, prediction } of await readGlyphs(cuts, network, calibration)) {
      classified.push({ glyph: packed(glyph), prediction });
    }
  }
  return classified;
}

/** What the classifier would see at a place. */
export function glyphAt(page: GrayImage, box: Box): Glyph {
  return packed(normalizeGlyph(page, box));
}

function packed(glyph: Float32Array): Glyph {
  return { side, data: Uint8Array.from(glyph, (ink) => Math.round(ink * 255)) };
}
