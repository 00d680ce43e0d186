import { classifyRegions } from '../classify/classify-regions';
import type { DigitReading } from '../contract/digit-readings';
import type { Box, GrayImage } from '../contract/image';
import type { Prediction, Recognition, RecognizedNumber } from '../contract/recognition';
import { inkBox } from '../imaging/ink-box';
import { toGray } from '../imaging/luminance';
import { acceptFile } from '../intake/accept-file';
import type { Reader } from '../reading/reader';
import { batchedNetwork } from './batched-network';
import type { LabelledPicture } from './labelled-set';
import { recognizeFile } from './recognize-file';
import type { ScoredNumber, ScoredPicture } from './score';

/** Reads the pictures of a set one after the other, or in batches; yields each as soon as it is read. */
export type EvaluateStage = (pictures: readonly LabelledPicture[], reader: Reader) => AsyncGenerator<ScoredPicture>;

/** The whole way, as for a picture that a person uploads. */
export const evaluatePipeline: EvaluateStage = async function* (pictures, reader) {
  for (const picture of pictures) {
    const { name, label, open } = picture;
    const result = await recognizeFile(await open(), reader);
    yield result.ok
      ? scoredReading(picture, result.value)
      : { name, label, digits: [], numbers: [], elapsedMs: 0, failure: result.failure.kind };
  }
};

/** What scores need of a reading: text and marks where the label has them, and of a part of the picture digits alone. */
export function scoredReading(
  { name, label, hasMarks = false, onlyIn }: LabelledPicture,
  { digits, numbers, text, elapsedMs }: Recognition,
): ScoredPicture {
  const struckOut = new Set(
    numbers
      .filter(({ isStruckOut }) => isStruckOut)
      .flatMap(({ characters }) => characters.filter(({ kind }) => kind === 'digit').map(({ index }) => index)),
  );
  const counted = digits.filter(
    ({ region: { box } }, index) => !struckOut.has(index) && (onlyIn === undefined || isCenterIn(box, onlyIn)),
  );
  return {
    name,
    label,
    digits: counted.map(({ region: { box }, prediction }) => ({ ...digitOf(prediction), box })),
    elapsedMs,
    ...(onlyIn === undefined && { numbers: numbers.map(numberOf) }),
    ...(hasMarks && { text: text.replace(/\s/g, '') }),
  };
}

export function numberOf({
  text,
  value,
  kind,
  box,
  verdict,
  confidence,
  doubts,
  isStruckOut,
}: RecognizedNumber): ScoredNumber {
  return { text, value, kind, box, verdict, confidence, doubts, isStruckOut };
}

function isCenterIn(box: Box, area: Box): boolean {
  const [x, y] = [box.x + box.width / 2 - area.x, box.y + box.height / 2 - area.y];
  return x >= 0 && y >= 0 && x < area.width && y < area.height;
}

const BATCH = 250;

/** The classifier alone, told where the digit is: for pictures of one digit. */
export const evaluateClassifier: EvaluateStage = async function* (pictures, reader) {
  const network = batchedNetwork(reader.classifier.network);
  for (let start = 0; start < pictures.length; start += BATCH) {
    const batch = pictures.slice(start, start + BATCH);
    const pages = await Promise.all(batch.map((picture) => openPage(picture, reader)));
    const startedAt = performance.now();
    const digits = await Promise.all(
      pages.map(async ({ gray, box }) => {
        const [reading] = await classifyRegions(gray, [{ box, score: 1 }], network, reader.classifier.calibration);
        return digitOf(reading!.prediction);
      }),
    );
    const elapsedMs = (performance.now() - startedAt) / batch.length;
    yield* batch.map(({ name, label }, index) => ({ name, label, digits: [digits[index]!], elapsedMs }));
  }
};

/** The reading of one digit, as scores need it. */
export function digitOf({ ranked, verdict }: Prediction): DigitReading {
  return { label: ranked[0]!.label, confidence: ranked[0]!.probability, verdict };
}

/** A picture of one digit and where the digit is: its ink in a raw light-on-dark digit; a photo's crop is all digit. */
async function openPage(
  { name, open, gray, box }: LabelledPicture,
  reader: Reader,
): Promise<{ gray: GrayImage; box: Box }> {
  if (gray) return { gray, box: box ?? inkBox(gray) };
  const accepted = await acceptFile(await open());
  const decoded = accepted.ok ? await reader.decode(accepted.value.image) : accepted;
  if (!decoded.ok) throw new Error(`${name}: ${decoded.failure.kind}`);
  const { width, height } = decoded.value;
  return { gray: toGray(decoded.value), box: { x: 0, y: 0, width, height } };
}
