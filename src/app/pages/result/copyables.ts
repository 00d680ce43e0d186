import { codeOf, type FixedReading, lineText, numbersOf, readingText } from '../../../corrections/fixed-reading';
import { t } from '../../base/i18n/i18n';
import type { Copyable } from './copy-buttons';

/** Everything in one piece: what most people want. */
export function wholeText(reading: FixedReading): Copyable | null {
  const text = readingText(reading);
  if (text === '') {
    return null;
  }
  const isOneNumber = reading.lines.length === 1 && reading.lines.flatMap(numbersOf).length === 1;
  return { name: t(isOneNumber ? 'copy.number' : reading.lines.length === 1 ? 'copy.line' : 'copy.lines'), text };
}

/** The digits of the number that a digit is in; '' where there is none. */
export function numberAround(reading: FixedReading, id: number | null): string {
  const number = reading.lines.flatMap(numbersOf).find((digits) => digits.some((digit) => digit.id === id)) ?? [];
  return number.map(codeOf).join('');
}

/** Parts of the whole: the number and the line that the selected digit is in, where they are not all there is. */
export function partsAround(reading: FixedReading, id: number | null): readonly Copyable[] {
  const line = reading.lines.find((digits) => digits.some((digit) => digit.id === id)) ?? [];
  const numbers = numbersOf(line);
  const text = numberAround(reading, id);
  const parts: Copyable[] = [];
  if (text !== '' && (numbers.length > 1 || reading.lines.length > 1)) {
    parts.push({ name: t('copy.numberText', { text }), text });
  }
  if (numbers.length > 1 && reading.lines.length > 1) {
    parts.push({ name: t('copy.line'), text: lineText(line) });
  }
  return parts;
}
