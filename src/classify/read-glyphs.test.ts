import { describe, expect, it } from 'vitest';
import { MODEL_CONTRACT } from '../contract/model-contract';
import type { Network } from '../contract/network';
import { type CutGlyph, readGlyphs } from './read-glyphs';

const CALIBRATION = { temperature: 1, sureThreshold: 0.9, notDigitThreshold: 0.5 };
const { side, labelCount, secondLookZooms } = MODEL_CONTRACT.classifier;

/** A glyph that carries which digit it is and from how near it was cut. */
function cutOf(digit: number): CutGlyph {
  return (zoom) => Float32Array.from({ length: side * side }, (_, at) => (at === 0 ? digit : at === 1 ? zoom : 0));
}

function networkFor(logitsOf: (digit: number, zoom: number) => Record<number, number>) {
  const runs: number[] = [];
  const network: Network = {
    run: async (input, [count = 0]) => {
      runs.push(count);
      const data = new Float32Array(count * (labelCount + 1));
      for (let index = 0; index < count; index += 1) {
        const [digit, zoom] = input.slice(index * side * side);
        for (const [label, logit] of Object.entries(logitsOf(digit!, Math.round(zoom! * 100) / 100))) {
          data[index * (labelCount + 1) + Number(label)] = logit;
        }
      }
      return { data, shape: [count, labelCount + 1] };
    },
    dispose: () => {},
  };
  return { network, runs };
}

describe('readGlyphs', () => {
  it('looks once at what is clear, also where clearly no digit is', async () => {
    const { network, runs } = networkFor((digit) => ({ [digit]: 20 }));
    const [five, nothing] = await readGlyphs([cutOf(5), cutOf(labelCount)], network, CALIBRATION);
    expect(runs).toEqual([2]);
    expect(five?.prediction).toMatchObject({ verdict: 'sure' });
    expect(nothing?.prediction).toMatchObject({ verdict: 'not-a-digit' });
  });

  it('looks again at what is not, and takes the mean of the looks', async () => {
    const { network, runs } = networkFor((digit, zoom) =>
      digit === 4 ? { 4: 3, 9: zoom === 1 ? 3.5 : 0 } : { 1: 20 },
    );
    const [, four] = await readGlyphs([cutOf(1), cutOf(4)], network, CALIBRATION);
    expect(runs).toEqual([2, secondLookZooms.length]);
    expect(four?.prediction.ranked[0]?.label).toBe(4);
    expect(Math.log(four!.prediction.ranked[0]!.probability / four!.prediction.ranked[1]!.probability)).toBeCloseTo(
      3 - 3.5 / (1 + secondLookZooms.length),
      4,
    );
  });

  it('keeps the looks of several open digits apart, and shows the first one', async () => {
    const { network } = networkFor((digit, zoom) => ({ [digit]: zoom === 1 ? 1 : 3 }));
    const read = await readGlyphs([cutOf(2), cutOf(7), cutOf(3)], network, CALIBRATION);
    expect(read.map(({ prediction }) => prediction.ranked[0]?.label)).toEqual([2, 7, 3]);
    expect(read.map(({ glyph }) => glyph[1])).toEqual([1, 1, 1]);
  });
});
