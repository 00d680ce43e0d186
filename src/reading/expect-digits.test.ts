import { describe, expect, it } from 'vitest';
import type { DigitRegion, RecognizedDigit } from '../contract/recognition';
import { expectDigits } from './expect-digits';
import type { Reader } from './reader';

const page = { width: 200, height: 60, data: new Uint8Array(200 * 60).fill(255) };

/** Whatever it sees is a 7. */
const classifier = {
  network: {
    async run(_: Float32Array, [count = 0]: readonly number[]) {
      const data = new Float32Array(count * 11);
      for (let index = 0; index < count; index++) data[index * 11 + 7] = 20;
      return { data, shape: [count, 11] };
    },
    dispose() {},
  },
  calibration: { temperature: 1, sureThreshold: 0.9, notDigitThreshold: 0.5 },
} as unknown as Reader['classifier'];

const region = (x: number, score: number): DigitRegion => ({ box: { x, y: 10, width: 20, height: 30 }, score });

function digit(place: DigitRegion, label: number): RecognizedDigit {
  return {
    region: place,
    prediction: { ranked: [{ label, probability: 0.98 }], notDigitProbability: 0.01, verdict: 'check' },
    glyph: { side: 0, data: new Uint8Array() },
  };
}

describe('expectDigits', () => {
  it('takes a faint place for the digit that is missing, and none twice that is read already', async () => {
    const [clear, settled, faint] = [region(10, 0.9), region(40, 0.3), region(70, 0.3)];
    const { digits, fit } = await expectDigits(
      { id: 'digits', count: 3 },
      page,
      { regions: [clear], alternatives: [settled, faint] },
      { digits: [digit(clear, 1), digit(settled, 2)], pairs: [] },
      classifier,
    );
    expect(digits.map(({ prediction, chosenToFit }) => [prediction.ranked[0]?.label, chosenToFit])).toEqual([
      [1, undefined],
      [2, undefined],
      [7, 'place'],
    ]);
    expect(fit).toMatchObject({ isMet: true, leftOut: 0 });
  });
});
