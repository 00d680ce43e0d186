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
 * @returns one entry a glyph, in the same order
 */
export async function predictGlyphs(
  glyphs: readonly Float32Array[],
  network: Network,
  calibration: ClassifierCalibration,
): Promise<Prediction[]> {
  const input = new Float32Array(glyphs.length * side * side);
  glyphs.forEach((glyph, index) => {
    input.set(glyph, index * side * side);
  });
  const { data } = await network.run(input, [glyphs.length, side, side, 1]);
  return glyphs.map((_, index) => {
    const logits = data.slice(index * (labelCount + 1), (index + 1) * (labelCount + 1));
    return predict(logits, calibration);
  });
}
