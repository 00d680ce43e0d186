import { describe, expect, it } from 'vitest';
import type { Doubt, Glyph } from '../contract/recognition';
import { testDigit, testRecognition } from '../numbers/test-recognition';
import { fixedNumbers } from './fixed-number';
import { uncorrected } from './uncorrected';
import { whyDoubtful } from './why-doubtful';

const SIDE = 28;

/** A glyph whose pixels at the given places are ink. */
function glyphOf(isInk: (x: number, y: number) => boolean): Glyph {
  const data = new Uint8Array(SIDE * SIDE);
  for (let at = 0; at < data.length; at += 1) data[at] = isInk(at % SIDE, Math.floor(at / SIDE)) ? 255 : 0;
  return { side: SIDE, data };
}

const PEN = glyphOf((x, y) => x > 8 && x < 13 && y > 3 && y < 24);

function reasons(change: object = {}, doubts: readonly Doubt[] = []) {
  const at = { x: 50, y: 40, probability: 0.99, verdict: 'check' as const };
  const base = { ...testDigit(1, at), glyph: PEN };
  const recognition = testRecognition([[{ ...base, ...change }]]);
  const numbers = recognition.numbers.map((number) => ({ ...number, doubts: [...number.doubts, ...doubts] }));
  const reading = uncorrected({ ...recognition, numbers });
  const [number] = fixedNumbers(reading);
  return whyDoubtful(number!.characters[0]!, number!, recognition);
}

const prediction = (second: number, notDigitProbability = 0) => {
  return {
    prediction: { ...testDigit(1, { probability: 1 - second, verdict: 'check' }).prediction, notDigitProbability },
  };
};

describe('why a digit is doubtful', () => {
  it('is what the reader knows of it', () => {
    expect(reasons(prediction(0.3))).toEqual(['close-second']);
    expect(reasons(prediction(0, 0.4))).toEqual(['no-digit']);
    expect(reasons({ chosenToFit: 'label' })).toEqual(['chosen-to-fit']);
    expect(reasons()).toEqual(['unusual']);
  });

  it('is what the picture shows', () => {
    expect(reasons({ glyph: glyphOf((x, y) => x === 14 && y > 6 && y < 22) })).toEqual(['thin-stroke']);
    expect(reasons({ glyph: glyphOf((x, y) => y > 25 || (x > 8 && x < 12)) })).toEqual(['ruling']);
    expect(reasons({ region: { box: { x: 0, y: 40, width: 20, height: 30 }, score: 0.9 } })).toEqual(['cut-off']);
  });

  it('is what is said of its number, the plainest reason first', () => {
    expect(reasons({}, ['may-be-ruling', 'faint'])).toEqual(['ruling', 'thin-stroke']);
    expect(reasons(prediction(0.3), ['readings-differ', 'unexplained-ink'])).toEqual([
      'ink-beside',
      'close-second',
      'readings-differ',
    ]);
  });

  it('is nothing where nobody has to look, and the number where only that is doubtful', () => {
    const sure = testDigit(1, { x: 50, y: 40 });
    expect(reasons({ ...sure, glyph: PEN })).toEqual([]);
    expect(reasons({ ...sure, glyph: PEN }, ['turned'])).toEqual(['whole-number']);
  });
});
