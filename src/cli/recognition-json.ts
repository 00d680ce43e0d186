import { failureMessage } from '../contract/failure-words';
import type { Recognition, RecognizedDigit } from '../contract/recognition';
import type { Result } from '../contract/result';

/** One line of output: what `recognize` prints for a file. Boxes are in pixels of the upright picture. */
export function recognitionJson(file: string, result: Result<Recognition>): object {
  if (!result.ok) return { file, error: { kind: result.failure.kind, message: failureMessage(result.failure) } };
  const { text, lines, digits, elapsedMs, backend } = result.value;
  return {
    file,
    text,
    lines: lines.map((line) => line.text),
    digits: digits.map(digitJson),
    elapsedMs: rounded(elapsedMs, 1),
    backend: backend.name,
  };
}

function digitJson({ region, prediction }: RecognizedDigit): object {
  const [best, ...others] = prediction.ranked.map(({ label, probability }) => ({
    label,
    probability: rounded(probability, 6),
  }));
  const { x, y, width, height } = region.box;
  return {
    label: best!.label,
    confidence: best!.probability,
    verdict: prediction.verdict,
    box: { x: rounded(x, 2), y: rounded(y, 2), width: rounded(width, 2), height: rounded(height, 2) },
    alternatives: others,
  };
}

function rounded(value: number, places: number): number {
  return Number(value.toFixed(places));
}
