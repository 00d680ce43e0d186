import type { CancelSignal } from '../contract/cancel';
import type { Box, GrayImage } from '../contract/image';
import { MODEL_CONTRACT } from '../contract/model-contract';
import type { LineCalibration } from '../contract/model-manifest';
import type { Network } from '../contract/network';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import { alignLabel } from '../ctc/align-label';
import { logSoftmax } from '../ctc/log-softmax';
import { mostProbable } from '../ctc/most-probable';
import { scoreLabel } from '../ctc/score-label';
import { searchLabels } from '../ctc/search-labels';
import { cutPlate, type PlateCut } from './cut-plate';
import { boxOf, cornersOf, type FoundPlate } from './quad';

const { width, height, stride, aboveShare, characters: ALPHABET } = MODEL_CONTRACT['plate-reader'];
const OUTPUTS = ALPHABET.length + 1;
/** Plates given to the network at once. */
const BATCH = 8;
const { readings: READINGS } = READING_THRESHOLDS.looks;

/** A character of a plate's text. */
export interface PlateCharacter {
  /** A digit or a capital letter. */
  readonly code: string;
  /** In pixels of the page, upright. */
  readonly box: Box;
  /** Probability of the character in its columns, 0..1. */
  readonly probability: number;
  /** Probabilities of the ten digits in its columns; they add up to at most 1. */
  readonly digits: readonly number[];
}

/** What was read on one plate, or in one line of writing. */
export interface PlateReading extends FoundPlate {
  /** The most probable texts with their calibrated probabilities, best first. */
  readonly texts: readonly { readonly text: string; readonly probability: number }[];
  /** Calibrated probability of any text, 0..1. */
  readonly probabilityOf: (text: string) => number;
  /** The characters of a text from left to right, each where it is most probable; none where it has no room. */
  readonly charactersOf: (text: string) => readonly PlateCharacter[];
}

/**
 * Straightens plates, or lines of writing, and reads them.
 *
 * @returns one reading a plate, in the same order
 * @throws the signal's reason when cancelled
 */
export async function readPlates(
  page: GrayImage,
  places: readonly FoundPlate[],
  network: Network,
  { temperature }: LineCalibration,
  signal?: CancelSignal,
): Promise<PlateReading[]> {
  const readings: PlateReading[] = [];
  for (let from = 0; from < places.length; from += BATCH) {
    signal?.throwIfAborted();
    const batch = places.slice(from, from + BATCH);
    const cuts = batch.map(({ quad }) => cutPlate(page, quad));
    const input = new Float32Array(batch.length * height * width);
    for (const [index, cut] of cuts.entries()) input.set(cut.input, index * height * width);
    const { data } = await network.run(input, [batch.length, height, width, 1]);
    const length = data.length / batch.length;
    for (const [index, place] of batch.entries()) {
      const logs = logSoftmax(data.subarray(index * length, (index + 1) * length), OUTPUTS, temperature);
      readings.push({ ...place, ...readingOf(cuts[index]!, logs) });
    }
  }
  return readings;
}

function readingOf(cut: PlateCut, logs: Float32Array): Omit<PlateReading, keyof FoundPlate> {
  const texts = searchLabels(logs, OUTPUTS, READINGS).map(({ indexes, probability }) => ({
    text: indexes.map((index) => ALPHABET[index]!).join(''),
    probability,
  }));
  return {
    texts,
    probabilityOf: (text) => scoreLabel(logs, OUTPUTS, indexesOf(text)),
    charactersOf: (text) => charactersOf(text, cut, logs),
  };
}

function indexesOf(text: string): number[] {
  return [...text].map((code) => ALPHABET.indexOf(code));
}

function charactersOf(text: string, { toPage }: PlateCut, logs: Float32Array): PlateCharacter[] {
  const label = indexesOf(text);
  const spans = alignLabel(logs, OUTPUTS, label);
  const edges = edgesOf(spans.map(({ first, last }) => ((first + last + 1) / 2) * stride));
  const above = (aboveShare * height) / (1 + 2 * aboveShare);
  return spans.map((span, index) => {
    const [left, right] = [edges[index]!, edges[index + 1]!];
    const corners = cornersOf({ x: left, y: above, width: right - left, height: height - 2 * above });
    return {
      code: text[index]!,
      box: boxOf(corners.map(toPage)),
      probability: mostProbable(logs, OUTPUTS, span, label[index]!),
      digits: Array.from({ length: 10 }, (_, digit) => mostProbable(logs, OUTPUTS, span, digit)),
    };
  });
}

/** Where one character ends and the next begins: halfway between their middles; the outer ones are as wide as their neighbors. */
function edgesOf(middles: readonly number[]): number[] {
  const [first = 0, second = first + height / 2] = middles;
  const last = middles.at(-1) ?? first;
  const before = middles.at(-2) ?? last - height / 2;
  const between = middles.slice(1).map((middle, index) => (middle + middles[index]!) / 2);
  return [Math.max(0, first - (second - first) / 2), ...between, Math.min(width, last + (last - before) / 2)];
}
