import type { Recognition, RecognizedDigit, Verdict } from '../contract/recognition';
import { upgradeRecognition } from './upgrade-recognition';

/** A digit as the recognizer would return it; what is left of its probability goes to `maybe`. */
export function testDigit(
  label: number,
  { probability = 0.99, maybe = (label + 1) % 10, verdict = 'sure' as Verdict, x = 0, y = 0 } = {},
): RecognizedDigit {
  const others = [...Array(10).keys()].filter((other) => other !== label && other !== maybe);
  return {
    region: { box: { x, y, width: 20, height: 30 }, score: 0.9 },
    prediction: {
      ranked: [
        { label, probability },
        { label: maybe, probability: 1 - probability },
        ...others.map((other) => ({ label: other, probability: 0 })),
      ],
      notDigitProbability: 0,
      verdict,
    },
    glyph: { side: 2, data: new Uint8Array([0, 255, label, 0]) },
  };
}

/** A recognition of the given lines of digits, without gaps. */
export function testRecognition(lines: readonly (readonly RecognizedDigit[])[]): Recognition {
  let next = 0;
  const readingLines = lines.map((line) => ({
    text: line.map((digit) => digit.prediction.ranked[0]?.label).join(''),
    digitIndexes: line.map(() => next++),
  }));
  return upgradeRecognition({
    imageWidth: 200,
    imageHeight: 100,
    digits: lines.flat(),
    lines: readingLines,
    text: readingLines.map((line) => line.text).join('\n'),
    modelVersion: 'test-1',
    backend: { name: 'cpu', location: 'page', reason: 'a test' },
    elapsedMs: 12,
  });
}
