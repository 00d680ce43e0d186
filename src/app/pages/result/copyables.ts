import type { Recognition } from '../../../contract/recognition';
import { codeOf, type FixedReading, lineText, numbersOf, readingText } from '../../../corrections/fixed-reading';
import type { FixedTable } from '../../../corrections/fixed-table';
import { clipboardTable } from '../../../export/clipboard-table';
import { copiedRows, tableRows } from '../../../export/picture-rows';
import { t } from '../../base/i18n/i18n';
import type { Copyable } from './copy-buttons';

/** What most people want: the number or, where there are more, the cells of the tables or all numbers in a column. */
export function wholeText(recognition: Recognition, reading: FixedReading): Copyable | null {
  const text = readingText(reading);
  if (text === '') return null;
  const isOneNumber = reading.lines.length === 1 && reading.lines.flatMap(numbersOf).length === 1;
  if (isOneNumber) return { name: t('copy.number'), text };
  const picture = { name: '', createdAt: 0, failure: null, read: { recognition, reading } };
  return { name: t('copy.numbers'), ...clipboardTable(copiedRows([picture])) };
}

/** A table of the picture. */
export function tableCopyable(table: FixedTable, reading: FixedReading): Copyable {
  return { name: t('copy.table'), ...clipboardTable(tableRows(table, { reading })) };
}

/** The digits of the number that a digit is in; '' where there is none. */
export function numberAround(reading: FixedReading, id: number | null): string {
  const number = reading.lines.flatMap(numbersOf).find((digits) => digits.some((digit) => digit.id === id)) ?? [];
  return number.map(codeOf).join('');
}

/** The number and the line that the selected digit is in, where they are not all there is, and all lines as they stand. */
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
  if (parts.length > 0) {
    parts.push({ name: t(reading.lines.length === 1 ? 'copy.line' : 'copy.lines'), text: readingText(reading) });
  }
  return parts;
}
