import type { CancelSignal } from '../contract/cancel';
import { CHARACTERS } from '../contract/characters';
import type { Box, GrayImage } from '../contract/image';
import { MODEL_CONTRACT } from '../contract/model-contract';
import type { LineCalibration } from '../contract/model-manifest';
import type { Network } from '../contract/network';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import { alignLabel, type Span } from '../ctc/align-label';
import { mostProbable } from '../ctc/most-probable';
import { scoreLabel } from '../ctc/score-label';
import { type Label, searchLabels } from '../ctc/search-labels';
import { cutLine, type LineCut, type LinePart } from './cut-line';
import { lineLogs } from './line-logs';
import { plausibleFirst } from './plausible-first';

const { height, stride } = MODEL_CONTRACT.line;
const OUTPUTS = CHARACTERS.length + 1;
/** Numbers given to the network at once. */
const BATCH = 16;
const LOOKS = READING_THRESHOLDS.looks;

/** A character of a line's reading. */
export interface LineCharacter {
  /** Code of a row of `CHARACTERS`. */
  readonly code: string;
  /** Where it was seen, in pixels of the page: as tall as the line's digits, as wide as its columns. */
  readonly box: Box;
  /** Probability of the character in its columns, 0..1. */
  readonly probability: number;
  /** Probabilities of the ten digits in its columns; they add up to at most 1. */
  readonly digits: readonly number[];
}

export interface LineReading {
  readonly part: LinePart;
  /** The most probable reading, from left to right. */
  readonly characters: readonly LineCharacter[];
  /** Codes of the most probable readings, with their calibrated probabilities, best first. */
  readonly readings: readonly { readonly codes: readonly string[]; readonly probability: number }[];
}

/** What the network made of one cut. */
interface Look {
  readonly cut: LineCut;
  /** Log probabilities of the outputs, column by column. */
  readonly logs: Float32Array;
  readonly labels: readonly Label[];
}

/**
 * Reads each part of a page as one line of characters. Where the best reading leaves doubts the line is cut out again a
 * little smaller and larger, and the readings of all looks are averaged.
 *
 * @param isWritten something is to be read in each part: that nothing stands there does not count as a reading
 * @returns one reading a part, in the same order
 * @throws the signal's reason when cancelled
 */
export async function readLines(
  page: GrayImage,
  parts: readonly LinePart[],
  network: Network,
  calibration: LineCalibration,
  signal?: CancelSignal,
  isWritten = false,
): Promise<LineReading[]> {
  const looksAt = (some: readonly LinePart[]) => lookAt(page, some, network, calibration, signal);
  const first = await looksAt(parts);
  const doubtful = first.filter(({ labels }) => (labels[0]?.probability ?? 0) < LOOKS.doubtful);
  const further = await looksAt(doubtful.flatMap(({ cut }) => LOOKS.otherSizes.map((size) => resized(cut.part, size))));
  const others = new Map(
    doubtful.map((look, index) => [
      look,
      further.slice(index * LOOKS.otherSizes.length, (index + 1) * LOOKS.otherSizes.length),
    ]),
  );
  return first.map((look) => {
    const looks = [look, ...(others.get(look) ?? [])];
    const labels = averaged(looks).filter(({ indexes }) => !isWritten || indexes.length > 0);
    return readingOf(
      look,
      plausibleFirst(labels, (label) => scoreIn(looks, label)),
    );
  });
}

/** Cuts parts out and has the network read them, those of one width together. */
async function lookAt(
  page: GrayImage,
  parts: readonly LinePart[],
  network: Network,
  { temperature }: LineCalibration,
  signal?: CancelSignal,
): Promise<Look[]> {
  const cuts = parts.map((part) => cutLine(page, withinPage(part, page)));
  const looks = new Map<LineCut, Look>();
  for (const batch of batches(cuts)) {
    signal?.throwIfAborted();
    const width = batch[0]!.width;
    const input = new Float32Array(batch.length * height * width);
    for (const [index, cut] of batch.entries()) input.set(cut.ink, index * height * width);
    const { data } = await network.run(input, [batch.length, height, width, 1]);
    const length = data.length / batch.length;
    for (const [index, cut] of batch.entries()) {
      const columns = Math.ceil(cut.columns / stride);
      const logs = lineLogs(data.subarray(index * length, index * length + columns * OUTPUTS), OUTPUTS, temperature);
      looks.set(cut, { cut, logs, labels: searchLabels(logs, OUTPUTS, LOOKS.readings) });
    }
  }
  return cuts.map((cut) => looks.get(cut)!);
}

/** The part with its height times `size` around the same middle, and as much wider. */
function resized({ box, slope }: LinePart, size: number): LinePart {
  const more = (size - 1) * box.height;
  return {
    slope,
    box: { x: box.x - more / 2, y: box.y - more / 2, width: box.width + more, height: box.height + more },
  };
}

/** The labels of all looks at one line with their mean probabilities, best first; the first look counts twice. */
function averaged(looks: readonly Look[]): Label[] {
  const labels = new Map<string, Label>();
  for (const { indexes, probability } of [looks[0]!, ...looks].flatMap((look) => look.labels)) {
    const key = indexes.join(' ');
    labels.set(key, { indexes, probability: (labels.get(key)?.probability ?? 0) + probability / (looks.length + 1) });
  }
  return [...labels.values()].sort((a, b) => b.probability - a.probability).slice(0, LOOKS.readings);
}

/** Probability of a label, the mean over all looks; the first one counts twice. */
function scoreIn(looks: readonly Look[], label: readonly number[]): number {
  return (
    [looks[0]!, ...looks].reduce((sum, { logs }) => sum + scoreLabel(logs, OUTPUTS, label), 0) / (looks.length + 1)
  );
}

/** The part without what lies beside the page, as training cuts it; the slope goes on around its new middle. */
function withinPage({ box, slope }: LinePart, page: GrayImage): LinePart {
  const x = Math.max(0, box.x);
  const right = Math.min(page.width, box.x + box.width);
  if (right <= x) return { box, slope };
  const moved = (slope * (x + right - 2 * box.x - box.width)) / 2;
  return { slope, box: { x, y: box.y + moved, width: right - x, height: box.height } };
}

/** Cuts of one width together, so that they share a run of the network. */
function batches(cuts: readonly LineCut[]): LineCut[][] {
  const byWidth = new Map<number, LineCut[]>();
  for (const cut of cuts) byWidth.set(cut.width, [...(byWidth.get(cut.width) ?? []), cut]);
  return [...byWidth.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / BATCH) }, (_, index) =>
      group.slice(index * BATCH, (index + 1) * BATCH),
    ),
  );
}

/** @param labels of the line, best first; the best one's characters are looked for where this look saw them */
function readingOf({ cut, logs }: Look, labels: readonly Label[]): LineReading {
  const best = labels[0]?.indexes ?? [];
  const spans = alignLabel(logs, OUTPUTS, best);
  const characters = best.flatMap((index, position): LineCharacter[] => {
    const span = spans[position];
    if (!span) return [];
    const probabilityOf = (output: number) => mostProbable(logs, OUTPUTS, span, output);
    return [
      {
        code: CHARACTERS[index]!.code,
        box: boxOf(cut, span),
        probability: probabilityOf(index),
        digits: Array.from({ length: 10 }, (_, digit) => probabilityOf(digit)),
      },
    ];
  });
  const readings = labels.map(({ indexes, probability }) => ({
    codes: indexes.map((index) => CHARACTERS[index]!.code),
    probability,
  }));
  return { part: cut.part, characters, readings };
}

function boxOf({ part: { box, slope }, columns }: LineCut, { first, last }: Span): Box {
  const { aboveShare } = MODEL_CONTRACT.line;
  const pixels = box.width / columns;
  const x = box.x + first * stride * pixels;
  const width = (last - first + 1) * stride * pixels;
  const digitHeight = box.height / (1 + 2 * aboveShare);
  const middle = x + width / 2 - (box.x + box.width / 2);
  return { x, y: box.y + aboveShare * digitHeight + slope * middle, width, height: digitHeight };
}
