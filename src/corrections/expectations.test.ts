import { describe, expect, it } from 'vitest';
import type { Expectation } from '../contract/expectation';
import { correctedReading, noCorrections, withEdit } from './corrections';
import { fits } from './expectations';
import { misfits } from './propose-fit';
import { sampleRecognition } from './test-reading';

describe('fits', () => {
  it.each<[Expectation, string[], string[]]>([
    [{ id: 'anything' }, ['', '0', '123456789'], []],
    [{ id: 'digits', count: 3 }, ['000', '407'], ['40', '4070', '4_7'.slice(0, 2)]],
    [{ id: 'postal-code' }, ['01069', '90210'], ['1069', '123456', '1_069']],
    [{ id: 'amount' }, ['0', '7', '120', '050', '1250'], ['', '00', '0120', '0050']],
    [
      { id: 'date' },
      ['24122025', '12242025', '20251224', '241225', '122425', '29022024', '290224'],
      ['29022025', '31042025', '13132025', '2412', '24121825', '000000'],
    ],
  ])('%j', (expectation, fitting, other) => {
    for (const number of fitting) expect(fits(number, expectation), number).toBe(true);
    for (const number of other) expect(fits(number, expectation), number).toBe(false);
  });
});

describe('misfits', () => {
  const misfitsOf = (lines: string[], expectation: Expectation) => {
    const page = sampleRecognition(lines);
    return misfits(correctedReading(page, noCorrections(page)), expectation);
  };

  it('names the numbers that do not fit, in reading order', () => {
    expect(misfitsOf(['12 345', '67'], { id: 'digits', count: 2 }).map(({ text }) => text)).toEqual(['345']);
    expect(misfitsOf(['12', '67'], { id: 'anything' })).toEqual([]);
  });

  it('proposes the most probable labels that fit', () => {
    const [misfit] = misfitsOf(['0?5'], { id: 'amount' });
    expect(misfit?.proposal).toEqual({ text: '15', codes: [{ id: 0, code: '1' }] });
  });

  it('has no proposal where labels do not help', () => {
    expect(misfitsOf(['1?2?'], { id: 'digits', count: 3 })[0]?.proposal).toBeNull();
  });

  it('leaves what a person said', () => {
    const page = sampleRecognition(['0?5']);
    const typed = withEdit(page, noCorrections(page), { kind: 'accept', id: 0 });
    expect(misfits(correctedReading(page, typed), { id: 'amount' })[0]?.proposal).toBeNull();
  });

  it('finds a fitting reading of a long number in a moment', () => {
    const line = [...'31042024'].map((digit) => `${digit}?`).join('');
    const startedAt = performance.now();
    const [misfit] = misfitsOf([line], { id: 'date' });
    expect(performance.now() - startedAt).toBeLessThan(1000);
    expect(misfit?.proposal?.text).toBe('31052024');
  });
});
