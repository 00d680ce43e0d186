import type { Recognition } from '../../../contract/recognition';
import {
  type FixedReading,
  lineText,
  numbersOf,
  readingText,
  writtenCode,
  writtenText,
} from '../../../corrections/fixed-reading';
import type { FixedTable } from '../../../corrections/fixed-table';
import { clipboardTable } from '../../../export/clipboard-table';
import { copiedRows, tableRows } from '../../../export/picture-rows';
import { t } from '../../base/i18n/i18n';
import type { Copyable } from './copy-buttons';

/**
 * What most people want: the number or, where there are more, the cells of the tables or all numbers in a column. Where
 * another script than Latin was read: what is written, and the same with 0-9.
 */
export function wholeTexts(recognition: Recognition, reading: FixedReading): readonly Copyable[] {
  const [text, written] = [readingText(reading), writtenText(reading)];
  if (text === '') return [];
  const isOneNumber = reading.lines.length === 1 && reading.lines.flatMap(numbersOf).length === 1;
  const picture = { name: '', createdAt: 0, failure: null, read: { recognition, reading } };
  const western = isOneNumber
    ? { name: t('copy.number'), text }
    : { name: t('copy.numbers'), ...clipboardTable(copiedRows([picture])) };
  if (written === text) return [western];
  return [
    { name: t('copy.written'), text: written },
    { ...western, name: t('copy.western') },
  ];
}

/** A table of the picture. */
export function tableCopyable(table: FixedTable, reading: FixedReading): Copyable {
  return { name: t('copy.table'), ...clipboardTable(tableRows(table, { reading })) };
}

/** The number that a digit is in, as it is written; '' where there is none. */
export function numberAround(reading: FixedReading, id: number | null): string {
  const number = reading.lines.flatMap(numbersOf).find((digits) => digits.some((digit) => digit.id === id)) ?? [];
  return number.map(writtenCode).join('');
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
    parts.push({ name: t('copy.line'), text: lineText(line, writtenCode) });
  }
  if (parts.length > 0) {
    parts.push({ name: t(reading.lines.length === 1 ? 'copy.line' : 'copy.lines'), text: writtenText(reading) });
  }
  return parts;
}
