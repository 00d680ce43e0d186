import { describe, expect, it } from 'vitest';
import type { Expectation } from '../contract/expectation';
import { correctedReading, noCorrections, withEdit } from './corrections';
import { fits } from './expectations';
import { misfits } from './propose-fit';
import { sampleRecognition } from './test-reading';

describe('fits', () => {
  it.each<[Expectation, string[], string[]]>([
    [{ id: 'anything' }, ['', '0', '123456789', '4_7', '44,20,00'], []],
    [{ id: 'digits-only' }, ['0', '407'], ['', '4.7', '4_7']],
    [{ id: 'digits', count: 3 }, ['000', '407'], ['40', '4070', '4_7', '4.7']],
    [{ id: 'integer' }, ['0', '407', '1,234', '22,35,000', '1.234.567'], ['', '-5', '12.1', '44,20,00', '4_7']],
    [{ id: 'decimal' }, ['12.1', '1,5', '12,738.50', '1.234', '.5'], ['121', '1,23,456', '12.3.4', '-1.5']],
    [{ id: 'signed' }, ['-264.27', '+5', '5', '1,234'], ['--5', '5-', '5%', '-']],
    [{ id: 'integer', convention: 'continental' }, ['407', '1.234'], ['1,234', '22,35,000']],
    [{ id: 'decimal', convention: 'western' }, ['12.1', '1.234'], ['1,5', '1.234,5']],
    [{ id: 'percent' }, ['27.3%', '13%', '-3%'], ['13', '%', '13%%', '1,2,3%']],
    [{ id: 'fraction' }, ['9/10', '5/27'], ['9', '9/', '9/0', '1/2/3']],
    [{ id: 'time' }, ['12:30', '23:59:59'], ['1230', '12:75', '25:00']],
    [{ id: 'postal-code' }, ['01069', '90210', '90210-1234'], ['1069', '123456', '1_069', '90210-12']],
    [
      { id: 'amount' },
      ['0', '7', '120', '050', '1250', '12.50', '1,234', '22,35,000/-', '$5', '1.234,56'],
      ['', '00', '0120', '0050', '12.5', '44,20,00/-', '12.345,6', '-'],
    ],
    [
      { id: 'date' },
      [
        '24122025',
        '12242025',
        '20251224',
        '241225',
        '122425',
        '29022024',
        '290224',
        '12/21/91',
        '24.12.2025',
        '5/27',
        '24.12.',
      ],
      ['29022025', '31042025', '13132025', '2412', '24121825', '000000', '45/13/21', '31/4', '5', '1/2/3/4'],
    ],
    [{ id: 'date-day-first' }, ['21/12/91', '21122091', '1/2', '29.2.'], ['12/21/91', '5/27', '2025-12-24']],
    [{ id: 'date-month-first' }, ['12/21/91', '122191', '5/27'], ['21/12/91', '27/5']],
    [{ id: 'date-year-first' }, ['2025-12-24', '20251224', '12-24'], ['24-12-2025', '24.12.2025']],
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
    expect(misfitsOf(['12 345', '67'], { id: 'digits', count: 2 }).map(({ number }) => number.text)).toEqual(['345']);
    expect(misfitsOf(['12', '67'], { id: 'anything' })).toEqual([]);
  });

  it('proposes the most probable labels that fit', () => {
    const [misfit] = misfitsOf(['0?5'], { id: 'amount' });
    expect(misfit?.proposal).toEqual({ text: '15', edit: { kind: 'relabel', codes: [{ id: 0, code: '1' }] } });
  });

  it('has no proposal where labels do not help', () => {
    expect(misfitsOf(['1?2?'], { id: 'digits', count: 3 })[0]?.proposal).toBeNull();
  });

  it('proposes one of the other readings of the reader first, and digits alone where these are expected', () => {
    const page = sampleRecognition(['121?', '1.5'], { 0: { alternatives: [{ text: '12.1', confidence: 0.3 }] } });
    const reading = correctedReading(page, noCorrections(page));
    const proposals = (expectation: Expectation) => misfits(reading, expectation).map(({ proposal }) => proposal);
    expect(proposals({ id: 'decimal' })).toEqual([{ text: '12.1', edit: { kind: 'rewrite', id: 0, text: '12.1' } }]);
    expect(proposals({ id: 'digits-only' })).toEqual([{ text: '15', edit: { kind: 'rewrite', id: 3, text: '15' } }]);
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
