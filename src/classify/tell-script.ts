import type { CancelSignal } from '../contract/cancel';
import type { GrayImage } from '../contract/image';
import { MODEL_CONTRACT } from '../contract/model-contract';
import type { Network } from '../contract/network';
import { NUMERAL_SCRIPTS, type NumeralScriptId } from '../contract/numeral-scripts';
import type { DigitRegion } from '../contract/recognition';
import { normalizeGlyph } from './normalize-glyph';
import { softmax } from './predict';
import { SCRIPT_OUTPUTS } from './script-head';

const { side, labelCount, order, secondLookZooms } = MODEL_CONTRACT.scripts;
const ZOOMS = [1, ...secondLookZooms];
/** Regions whose looks are given to the network at once. */
const BATCH = 16;
/** No digit alone rules a script out. */
const LEAST_SHARE = 1e-6;

/** How much speaks for each script in one place, in the order of the model's heads; together 1. */
export interface ScriptVote {
  readonly shares: Float64Array;
  readonly notDigitProbability: number;
}

export interface RankedScript {
  readonly script: NumeralScriptId;
  readonly probability: number;
}

/**
 * What the model of all scripts sees in each region: the mean of the logits over all looks, softmax over all outputs.
 *
 * @param temperature of that softmax, fitted for the choice of the script
 * @returns one entry a region, in the same order
 * @throws the signal's reason when cancelled
 */
export async function scriptVotes(
  page: GrayImage,
  regions: readonly DigitRegion[],
  network: Network,
  temperature: number,
  signal?: CancelSignal,
): Promise<ScriptVote[]> {
  const votes: ScriptVote[] = [];
  for (let start = 0; start < regions.length; start += BATCH) {
    signal?.throwIfAborted();
    const looks = regions
      .slice(start, start + BATCH)
      .flatMap(({ box }) => ZOOMS.map((zoom) => normalizeGlyph(page, box, zoom)));
    const input = new Float32Array(looks.length * side * side);
    looks.forEach((glyph, index) => {
      input.set(glyph, index * side * side);
    });
    const { data } = await network.run(input, [looks.length, side, side, 1]);
    for (let at = 0; at < looks.length; at += ZOOMS.length) {
      const mean = Float32Array.from({ length: SCRIPT_OUTPUTS }, (_, output) => {
        return ZOOMS.reduce((sum, _zoom, look) => sum + data[(at + look) * SCRIPT_OUTPUTS + output]!, 0) / ZOOMS.length;
      });
      votes.push(voteOf(softmax(mean, temperature)));
    }
  }
  return votes;
}

function voteOf(probabilities: Float64Array): ScriptVote {
  const notDigitProbability = probabilities[SCRIPT_OUTPUTS - 1]!;
  const isDigit = Math.max(Number.EPSILON, 1 - notDigitProbability);
  const shares = Float64Array.from(order, (_, head) => {
    const own = probabilities.subarray(head * labelCount, (head + 1) * labelCount);
    return own.reduce((sum, probability) => sum + probability, 0) / isDigit;
  });
  return { shares, notDigitProbability };
}

/** The script of digits that are written in one: their votes count as independent. Most probable first. */
export function tellScript(votes: readonly ScriptVote[]): readonly RankedScript[] {
  const scores = Float32Array.from(order, (_, head) =>
    votes.reduce((sum, { shares }) => sum + Math.log(Math.max(shares[head]!, LEAST_SHARE)), 0),
  );
  const probabilities = softmax(scores, 1);
  return NUMERAL_SCRIPTS.map(({ id }) => ({ script: id, probability: probabilities[order.indexOf(id)]! })).sort(
    (a, b) => b.probability - a.probability,
  );
}
