import { MODEL_CONTRACT } from '../contract/model-contract';
import type { ClassifierCalibration } from '../contract/model-manifest';
import type { Network } from '../contract/network';
import type { Prediction } from '../contract/recognition';
import { predict } from './predict';
import { runGlyphs } from './predict-glyphs';

const { secondLookZooms } = MODEL_CONTRACT.classifier;

/** Cuts one digit, normalized; the square around it is `zoom` times as wide as usual. */
export type CutGlyph = (zoom: number) => Float32Array;

export interface ReadGlyph {
  /** As the classifier saw it first. */
  readonly glyph: Float32Array;
  readonly prediction: Prediction;
}

/**
 * Reads a batch of digits. What one look does not settle is looked at again, a little nearer and from a little further
 * away, and the mean of the logits counts: most digits cost one look, the few hard ones three.
 *
 * @param cuts at least one
 * @returns one entry a digit, in the same order
 */
export async function readGlyphs(
  cuts: readonly CutGlyph[],
  network: Network,
  calibration: ClassifierCalibration,
): Promise<ReadGlyph[]> {
  const glyphs = cuts.map((cut) => cut(1));
  const looks = (await runGlyphs(glyphs, network)).map((logits) => [logits]);
  const open = looks.flatMap(([logits], index) => (isSettled(logits!, calibration) ? [] : [index]));
  if (open.length > 0) {
    const again = open.flatMap((index) => secondLookZooms.map((zoom) => cuts[index]!(zoom)));
    const logits = await runGlyphs(again, network);
    open.forEach((index, place) => {
      looks[index]!.push(...logits.slice(place * secondLookZooms.length, (place + 1) * secondLookZooms.length));
    });
  }
  return glyphs.map((glyph, index) => ({ glyph, prediction: predict(mean(looks[index]!), calibration) }));
}

/** As certain as a 'sure' digit, be it that there is none. */
function isSettled(logits: Float32Array, calibration: ClassifierCalibration): boolean {
  const { ranked, notDigitProbability } = predict(logits, calibration);
  return Math.max(ranked[0]!.probability, notDigitProbability) >= calibration.sureThreshold;
}

function mean(looks: readonly Float32Array[]): Float32Array {
  if (looks.length === 1) return looks[0]!;
  return looks[0]!.map((_, at) => looks.reduce((sum, logits) => sum + logits[at]!, 0) / looks.length);
}
