import type { CancelSignal } from '../contract/cancel';
import type { ClassifierCalibration } from '../contract/model-manifest';
import type { Network } from '../contract/network';
import type { OcclusionMap } from '../contract/occlusion-map';
import type { Glyph, Prediction } from '../contract/recognition';
import { predictGlyphs } from './predict-glyphs';

/** Side of the square that is covered, and how far it moves from one run to the next, in pixels of the glyph. */
const PATCH = 6;
const STEP = 3;
/** Glyphs given to the network at once. */
const BATCH = 32;

/**
 * Why the classifier reads a glyph as a label: a patch of paper slides over the glyph, and where it covers what
 * matters, the label's probability falls (Zeiler & Fergus 2014, 'Visualizing and understanding convolutional
 * networks', section 4.2). Each pixel gets the mean over the patches that cover it.
 *
 * @param label 0..9, not necessarily the most probable one
 * @throws the signal's reason when cancelled
 */
export async function occlusionMap(
  glyph: Glyph,
  label: number,
  network: Network,
  calibration: ClassifierCalibration,
  signal?: CancelSignal,
): Promise<OcclusionMap> {
  const { side } = glyph;
  const ink = Float32Array.from(glyph.data, (value) => value / 255);
  const [whole] = await predictGlyphs([ink], network, calibration);
  const probability = probabilityOf(label, whole);

  const corners = cornersOf(side);
  const sums = new Float32Array(side * side);
  const counts = new Float32Array(side * side);
  for (let start = 0; start < corners.length; start += BATCH) {
    signal?.throwIfAborted();
    const batch = corners.slice(start, start + BATCH);
    const predictions = await predictGlyphs(
      batch.map((corner) => covered(ink, side, corner)),
      network,
      calibration,
    );
    batch.forEach((corner, index) => {
      const drop = probability - probabilityOf(label, predictions[index]);
      for (const pixel of pixelsUnder(corner, side)) {
        sums[pixel]! += drop;
        counts[pixel]! += 1;
      }
    });
  }
  return { label, probability, side, drop: sums.map((sum, pixel) => sum / Math.max(1, counts[pixel]!)) };
}

/** Top left corner of a patch. It may stick out, so that every pixel is covered equally often. */
type Corner = readonly [x: number, y: number];

function cornersOf(side: number): Corner[] {
  const starts: number[] = [];
  for (let at = STEP - PATCH; at < side; at += STEP) starts.push(at);
  return starts.flatMap((y) => starts.map((x): Corner => [x, y]));
}

function pixelsUnder([left, top]: Corner, side: number): number[] {
  const pixels: number[] = [];
  for (let y = Math.max(0, top); y < Math.min(side, top + PATCH); y++) {
    for (let x = Math.max(0, left); x < Math.min(side, left + PATCH); x++) pixels.push(y * side + x);
  }
  return pixels;
}

function covered(ink: Float32Array, side: number, corner: Corner): Float32Array {
  const copy = ink.slice();
  for (const pixel of pixelsUnder(corner, side)) copy[pixel] = 0;
  return copy;
}

function probabilityOf(label: number, prediction: Prediction | undefined): number {
  return prediction?.ranked.find((candidate) => candidate.label === label)?.probability ?? 0;
}
