import { MODEL_CONTRACT } from '../contract/model-contract';
import type { ClassifierCalibration } from '../contract/model-manifest';
import type { Network } from '../contract/network';
import type { Prediction } from '../contract/recognition';
import { predict } from './predict';

const { side, labelCount } = MODEL_CONTRACT.classifier;

/**
 * One run of the classifier over a batch.
 *
 * @param glyphs normalized, `side * side` values each, 0 paper .. 1 ink; at least one
 * @returns `labelCount + 1` logits a glyph, in the same order
 */
export async function runGlyphs(glyphs: readonly Float32Array[], network: Network): Promise<Float32Array[]> {
  const input = new Float32Array(glyphs.length * side * side);
  glyphs.forEach((glyph, index) => {
    input.set(glyph, index * side * side);
  });
  const { data } = await network.run(input, [glyphs.length, side, side, 1]);
  return glyphs.map((_, index) => data.slice(index * (labelCount + 1), (index + 1) * (labelCount + 1)));
}

/** What `runGlyphs` gives, calibrated. */
export async function predictGlyphs(
  glyphs: readonly Float32Array[],
  network: Network,
  calibration: ClassifierCalibration,
): Promise<Prediction[]> {
  return (await runGlyphs(glyphs, network)).map((logits) => predict(logits, calibration));
}
