import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpretNumber } from './interpret-number';
import { type ChosenConvention, NUMBER_CONVENTIONS } from './number-conventions';

const IMPOSSIBLE = ['impossible-grouping'];

describe('interpretNumber', () => {
  it.each([
    ['407', 'integer', 407],
    ['007', 'integer', 7],
    ['2345,', 'integer', 2345],
    ['12.1', 'decimal', 12.1],
    ['12·5', 'decimal', 12.5],
    ['1,5', 'decimal', 1.5],
    ['.75', 'decimal', 0.75],
    ['0.125', 'decimal', 0.125],
    ['12,738.50', 'decimal', 12738.5],
    ['1.234,56', 'decimal', 1234.56],
    ["1'234", 'grouped', 1234],
    ['22,35,000', 'grouped', 2235000],
    ['12,345,678', 'grouped', 12345678],
    ['1.234.567', 'grouped', 1234567],
    ['-264.27', 'signed', -264.27],
    ['+5', 'signed', 5],
    ['-0', 'signed', 0],
    ['27.3%', 'percent', 27.3],
    ['-3%', 'percent', -3],
    ['22,35,000/-', 'amount', 2235000],
    ['500/=', 'amount', 500],
    ['45.-', 'amount', 45],
    ['$12.50', 'amount', 12.5],
    ['-$5', 'amount', -5],
    ['12,50€', 'amount', 12.5],
    ['₹1,23,456.00/-', 'amount', 123456],
    ['=500=', 'amount', 500],
    ['-1500-', 'amount', 1500],
  ])('%s is %s %d', (text, kind, value) => {
    expect(interpretNumber(text)).toEqual({ kind, value, doubts: [] });
  });

  it.each([
    ['1,234', 'grouped'],
    ['12.345', 'decimal'],
    ['9/10', 'fraction'],
    ['5/27', 'fraction'],
    ['12/21/91', 'date'],
    ['24.12.2025', 'date'],
    ['2025-12-24', 'date'],
    ['12:30', 'time'],
    ['23:59:59', 'time'],
    ['(202)555-0143', 'phone'],
    ['202-555-0143', 'phone'],
    ['+1-202-555-0143', 'phone'],
    ['555-0143', 'phone'],
    ['12+5=17', 'expression'],
    ['3×4', 'expression'],
    ['10-20', 'expression'],
    ['12345-6789', 'expression'],
    ['12:75', 'other'],
    ['12/13/14/15', 'other'],
    ['(202)', 'other'],
    ['4_7', 'other'],
    ['', 'other'],
    ['-', 'other'],
    ['%', 'other'],
    ['123456789012345678901', 'integer'],
  ])('%s is %s without a value', (text, kind) => {
    expect(interpretNumber(text)).toEqual({ kind, value: null, doubts: [] });
  });

  it.each(['44,20,00', '1,23,45', '12.3.4', '1,,000', '0,123,456'])('%s is grouped as no number is', (text) => {
    expect(interpretNumber(text)).toEqual({ kind: 'grouped', value: null, doubts: IMPOSSIBLE });
  });

  it('keeps the doubt within amounts and percents', () => {
    expect(interpretNumber('44,20,00/-')).toEqual({ kind: 'amount', value: null, doubts: IMPOSSIBLE });
    expect(interpretNumber('1,2,3%')).toMatchObject({ doubts: IMPOSSIBLE });
  });

  it.each<[string, ChosenConvention, number | null]>([
    ['1,234', 'western', 1234],
    ['1,234', 'continental', 1.234],
    ['1.234', 'continental', 1234],
    ['1.234', 'swiss', 1.234],
    ['1,23,456', 'indian', 123456],
    ['1,23,456', 'western', null],
    ['1,23', 'western', null],
  ])('%s in the %s convention is %d', (text, convention, value) => {
    const { doubts, ...found } = interpretNumber(text, convention);
    expect(found.value).toBe(value);
    expect(doubts).toEqual(value === null ? IMPOSSIBLE : []);
  });

  it('a long fraction is no phone number', () => {
    expect(interpretNumber('12.3455678')).toMatchObject({ kind: 'decimal', value: 12.3455678 });
  });
});

/** Written apart from the reader of conventions. */
function grouped(value: number, separator: string, size: number): string {
  const digits = String(value);
  if (digits.length <= 3) return digits;
  const groups = [digits.slice(-3)];
  for (let end = digits.length - 3; end > 0; end -= size) groups.unshift(digits.slice(Math.max(0, end - size), end));
  return groups.join(separator);
}

describe.each(NUMBER_CONVENTIONS)(
  'a number written in the $id convention',
  ({ id, groupMarks, decimalMarks, groupSize }) => {
    const whole = fc.maxSafeNat();
    const cents = fc.integer({ min: 0, max: 99 });
    const write = (value: number) => grouped(value, groupMarks[0]!, groupSize);

    it('is read as what it was', () => {
      fc.assert(
        fc.property(whole, (value) => {
          expect(interpretNumber(write(value), id)).toMatchObject({ value, doubts: [] });
          expect(interpretNumber(`-${write(value)}`, id)).toMatchObject({ value: 0 - value, kind: 'signed' });
          expect(interpretNumber(`₹${write(value)}/-`, id)).toMatchObject({ value, kind: 'amount' });
        }),
      );
    });

    it('is read with its cents', () => {
      fc.assert(
        fc.property(fc.nat(), cents, (value, part) => {
          const fraction = String(part).padStart(2, '0');
          const text = `${write(value)}${decimalMarks[0]}${fraction}`;
          expect(interpretNumber(text, id)).toMatchObject({ value: Number(`${value}.${fraction}`), kind: 'decimal' });
        }),
      );
    });

    it('never gets another value where nobody knows the convention', () => {
      fc.assert(
        fc.property(whole, (value) => {
          const found = interpretNumber(write(value));
          expect(found.doubts).toEqual([]);
          expect([null, value]).toContain(found.value);
        }),
      );
    });
  },
);

it('any text of digits and marks is interpreted', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,·-+/:%()=×$€_') }), (text) => {
      const { value } = interpretNumber(text);
      expect(value === null || Number.isFinite(value)).toBe(true);
    }),
  );
});
