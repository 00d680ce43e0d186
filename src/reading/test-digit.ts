import type { Box } from '../contract/image';
import type { RecognizedDigit } from '../contract/recognition';
import type { LineReading } from '../line/read-lines';

/** A sure digit for tests. */
export function sureDigit(label: number, box: Box): RecognizedDigit {
  return {
    region: { box, score: 0.9 },
    glyph: { side: 0, data: new Uint8Array() },
    prediction: { ranked: [{ label, probability: 0.99 }], notDigitProbability: 0, verdict: 'sure' },
  };
}

/** A line with a character every 20 pixels, 12 wide and 20 tall, 10 below the top; 'L' is a letter. */
export function lineOfText(text: string, probability = 0.9): LineReading {
  const codes = [...text].map((character) => (character === 'L' ? 'letter' : character));
  return {
    part: { box: { x: 0, y: 0, width: 20 * text.length, height: 40 }, slope: 0 },
    characters: codes.map((code, index) => ({
      code,
      box: { x: 20 * index, y: 10, width: 12, height: 20 },
      probability: 0.95,
      digits: [],
    })),
    readings: [{ codes, probability }],
  };
}
