import type { CheckDigitMethod } from './column-rule';

/** One row a method. @param digits at least two, the check digit last; 10 for an X */
const METHODS: Readonly<Record<CheckDigitMethod, (digits: readonly number[]) => boolean>> = {
  // ISO/IEC 7812-1, annex B: bank cards, IMEI.
  luhn: (digits) => weighted(digits, (fromEnd, digit) => (fromEnd % 2 === 1 ? crossSum(2 * digit) : digit)) % 10 === 0,
  // GS1: EAN, UPC, ISBN-13.
  ean: (digits) => weighted(digits, (fromEnd, digit) => (fromEnd % 2 === 1 ? 3 * digit : digit)) % 10 === 0,
  // ISO 2108:1992: ISBN-10, and ISSN.
  'mod-11': (digits) => weighted(digits, (fromEnd, digit) => (fromEnd + 1) * digit) % 11 === 0,
};

/** Whether the last digit follows from the others; dashes and points do not count. Only modulo 11 knows an X. */
export function hasCheckDigit(text: string, method: CheckDigitMethod): boolean {
  const plain = text.replace(/[-./]/g, '');
  if (!(method === 'mod-11' ? /^\d+[\dX]$/ : /^\d{2,}$/).test(plain)) return false;
  return METHODS[method]([...plain].map((code) => (code === 'X' ? 10 : Number(code))));
}

function weighted(digits: readonly number[], weigh: (fromEnd: number, digit: number) => number): number {
  return digits.reduce((sum, digit, at) => sum + weigh(digits.length - 1 - at, digit), 0);
}

function crossSum(value: number): number {
  return value > 9 ? value - 9 : value;
}
