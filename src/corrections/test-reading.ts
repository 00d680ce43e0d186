import type { Candidate, Recognition, RecognizedDigit, Verdict } from '../contract/recognition';
import { upgradeRecognition } from '../numbers/upgrade-recognition';

/** A digit of a made-up page: its most probable labels, 20 x 30 pixels large. */
export function sampleDigit(
  x: number,
  y: number,
  candidates: readonly (readonly [label: number, probability: number])[],
  verdict: Verdict = 'sure',
): RecognizedDigit {
  const ranked: Candidate[] = candidates.map(([label, probability]) => ({ label, probability }));
  return {
    region: { box: { x, y, width: 20, height: 30 }, score: 0.9 },
    prediction: { ranked, notDigitProbability: 0, verdict },
    glyph: { side: 2, data: Uint8Array.from([0, 255, ranked[0]?.label ?? 0, 7]) },
  };
}

/** A page with the given lines, e.g. ['407 12', '9']: digits 30 pixels apart, '?' after a digit makes it doubtful. */
export function sampleRecognition(lines: readonly string[]): Recognition {
  const digits: RecognizedDigit[] = [];
  const readingLines = lines.map((line, row) => {
    const digitIndexes: number[] = [];
    [...line].forEach((character, column) => {
      if (!/\d/.test(character)) return;
      const label = Number(character);
      const isDoubtful = line[column + 1] === '?';
      const other = [(label + 1) % 10, isDoubtful ? 0.4 : 0.01] as const;
      const first = [label, isDoubtful ? 0.6 : 0.99] as const;
      const digit = sampleDigit(column * 30, row * 60, [first, other], isDoubtful ? 'check' : 'sure');
      digitIndexes.push(digits.push(digit) - 1);
    });
    return { text: line.replaceAll('?', ''), digitIndexes };
  });
  return upgradeRecognition({
    imageWidth: 400,
    imageHeight: 60 * lines.length,
    digits,
    lines: readingLines,
    text: readingLines.map((line) => line.text).join('\n'),
    modelVersion: 'test-1',
    backend: { name: 'cpu', location: 'page', reason: 'a test' },
    elapsedMs: 1,
  });
}
