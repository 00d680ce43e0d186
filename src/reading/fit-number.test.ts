import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecognizedDigit, Verdict } from '../contract/recognition';
import { fitNumber } from './fit-number';

interface Marks {
  readonly heat?: number;
  readonly verdict?: Verdict;
  readonly notDigit?: number;
  readonly width?: number;
}

function digit(
  x: number,
  candidates: readonly (readonly [label: number, probability: number])[],
  { heat = 0.9, verdict = 'sure', notDigit = 0, width = 20 }: Marks = {},
): RecognizedDigit {
  return {
    region: { box: { x, y: 0, width, height: 30 }, score: heat },
    prediction: {
      ranked: candidates.map(([label, probability]) => ({ label, probability })),
      notDigitProbability: notDigit,
      verdict,
    },
    glyph: { side: 0, data: new Uint8Array() },
  };
}

const count = (length: number) => (number: string) => number.length === length;
const textOf = (digits: readonly RecognizedDigit[]) =>
  digits.map(({ prediction }) => prediction.ranked[0]?.label).join('');

describe('fitNumber', () => {
  it('takes in the most plausible faint place when a digit is missing, marked to be checked', () => {
    const believed = [digit(0, [[4, 0.99]]), digit(60, [[7, 0.99]])];
    const others = [
      digit(30, [[1, 0.9]], { heat: 0.2, notDigit: 0.05, verdict: 'sure' }),
      digit(90, [[3, 0.4]], { heat: 0.12, notDigit: 0.6, verdict: 'not-a-digit' }),
    ];
    const fitted = fitNumber({ believed, others }, count(3));
    expect(textOf(fitted?.digits ?? [])).toBe('417');
    expect(fitted?.digits.map(({ chosenToFit }) => chosenToFit)).toEqual([undefined, 'place', undefined]);
    expect(fitted?.digits[1]?.prediction.verdict).toBe('check');
    expect(fitted?.leftOut).toBe(0);
  });

  it('leaves out the least certain digit when there is one too many', () => {
    const believed = [
      digit(0, [[1, 0.99]]),
      digit(30, [[4, 0.6]], { heat: 0.35, notDigit: 0.3, verdict: 'check' }),
      digit(60, [[6, 0.7]], { heat: 0.8, verdict: 'check' }),
    ];
    const fitted = fitNumber({ believed, others: [] }, count(2));
    expect(textOf(fitted?.digits ?? [])).toBe('16');
    expect(fitted?.leftOut).toBe(1);
  });

  it('puts two touching digits in place of one, however sure that one was', () => {
    const believed = [digit(0, [[8, 0.99]], { width: 44 }), digit(60, [[5, 0.99]])];
    const others = [digit(0, [[6, 0.7]], { width: 22, heat: 0.6 }), digit(22, [[4, 0.7]], { width: 22, heat: 0.6 })];
    expect(textOf(fitNumber({ believed, others }, count(3))?.digits ?? [])).toBe('645');
  });

  it('never leaves out, or exchanges, a digit that is beyond doubt', () => {
    const believed = [digit(0, [[1, 0.99]]), digit(30, [[4, 0.99]])];
    expect(fitNumber({ believed, others: [] }, count(1))).toBeNull();
    const twin = digit(31, [[9, 0.99]]);
    expect(fitNumber({ believed, others: [twin] }, (number) => number === '19')).toBeNull();
  });

  it('invents nothing', () => {
    const believed = [digit(0, [[1, 0.99]])];
    const texture = digit(30, [[1, 0.1]], { heat: 0.3, notDigit: 0.9, verdict: 'not-a-digit' });
    expect(fitNumber({ believed, others: [texture] }, count(2))).toBeNull();
    expect(fitNumber({ believed, others: [] }, (number) => number === '7')).toBeNull();
  });

  it('chooses among plausible labels by their joint probability', () => {
    const believed = [
      digit(
        0,
        [
          [3, 0.6],
          [9, 0.38],
        ],
        { verdict: 'check' },
      ),
      digit(
        30,
        [
          [5, 0.7],
          [1, 0.05],
        ],
        { verdict: 'check' },
      ),
    ];
    const isAtMost31 = (number: string) => Number(number) <= 31;
    const fitted = fitNumber({ believed, others: [] }, isAtMost31);
    expect(textOf(fitted?.digits ?? [])).toBe('31');
    expect(fitted?.digits[1]).toMatchObject({
      chosenToFit: 'label',
      prediction: { verdict: 'check', ranked: [{ label: 1, probability: 0.05 }, { label: 5 }] },
    });
  });

  it('fits whenever it answers, from plausible labels only, left to right, and marks every change', () => {
    const place = fc.record({
      x: fc.integer({ min: 0, max: 12 }),
      label: fc.integer({ min: 0, max: 9 }),
      share: fc.double({ min: 0.3, max: 0.999, noNaN: true }),
      heat: fc.double({ min: 0.08, max: 0.95, noNaN: true }),
      notDigit: fc.double({ min: 0, max: 0.95, noNaN: true }),
    });
    const build = (values: readonly { x: number; label: number; share: number; heat: number; notDigit: number }[]) =>
      values.map(({ x, label, share, heat, notDigit }) => {
        const isDigit = 1 - notDigit;
        const ranked = [
          [label, share * isDigit],
          [(label + 3) % 10, (1 - share) * isDigit],
        ] as const;
        return digit(30 * x, ranked, { heat, notDigit, verdict: share * isDigit > 0.9 ? 'sure' : 'check' });
      });
    fc.assert(
      fc.property(
        fc.uniqueArray(place, { maxLength: 5, selector: ({ x }) => x }),
        fc.array(place, { maxLength: 4 }),
        fc.integer({ min: 1, max: 7 }),
        (believedValues, otherValues, length) => {
          const believed = build(believedValues);
          const others = build(otherValues);
          const fitted = fitNumber({ believed, others }, count(length));
          if (!fitted) return;
          expect(fitted.digits).toHaveLength(length);
          const centers = fitted.digits.map(({ region: { box } }) => box.x + box.width / 2);
          expect(centers).toEqual([...centers].sort((a, b) => a - b));
          for (const chosen of fitted.digits) {
            const source = [...believed, ...others].find(({ region }) => region === chosen.region);
            expect(source).toBeDefined();
            if (chosen.chosenToFit) expect(chosen.prediction.verdict).toBe('check');
            else expect(believed).toContain(chosen);
            const { probability } = chosen.prediction.ranked[0]!;
            expect(probability / (1 - chosen.prediction.notDigitProbability)).toBeGreaterThanOrEqual(0.0099);
          }
          const kept = fitted.digits.filter(({ chosenToFit }) => chosenToFit !== 'place').length;
          expect(fitted.leftOut).toBe(believed.length - kept);
        },
      ),
    );
  });

  it('reads long numbers with as many marks between their digits', () => {
    const believed = Array.from({ length: 20 }, (_, index) =>
      digit(
        30 * index,
        [
          [index % 10, 0.5],
          [1, 0.2],
          [7, 0.2],
        ],
        { verdict: 'check' },
      ),
    );
    const others = Array.from({ length: 20 }, (_, index) =>
      digit(30 * index + 22, [[1, 0.5]], { heat: 0.2, verdict: 'check', width: 6 }),
    );
    expect(textOf(fitNumber({ believed, others }, count(20))?.digits ?? [])).toBe('01234567890123456789');
    expect(fitNumber({ believed, others }, count(22))?.digits).toHaveLength(22);
  });
});
