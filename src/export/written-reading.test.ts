import { expect, it } from 'vitest';
import type { NumeralScriptId } from '../contract/numeral-scripts';
import { correctedReading, noCorrections, withEdit } from '../corrections/corrections';
import { fixedNumbers } from '../corrections/fixed-number';
import { writtenText } from '../corrections/fixed-reading';
import { uncorrected } from '../corrections/uncorrected';
import { testDigit, testRecognition } from '../numbers/test-recognition';
import { summarizeReading } from '../uploads/upload';
import { numberTable } from './number-table';
import { readingJson } from './recognition-json';
import { numberList } from './short-tables';

function readIn(script: NumeralScriptId) {
  const digits = [2, 4, 7].map((label, at) => ({ ...testDigit(label, { x: 30 * at }), script }));
  return { ...testRecognition([digits]), script: 'auto' as const };
}

it('a number keeps its value and is written in the digits of its script', () => {
  const [number] = fixedNumbers(uncorrected(readIn('thai')));
  expect(number).toMatchObject({ text: '247', value: 247, script: 'thai', written: '๒๔๗' });
});

it('digits that are typed, added or written as a whole are in the script of the number', () => {
  const recognition = readIn('devanagari');
  let corrections = withEdit(recognition, noCorrections(recognition), { kind: 'replace', id: 1, code: '9' });
  expect(writtenText(correctedReading(recognition, corrections))).toBe('२९७');
  corrections = withEdit(recognition, corrections, { kind: 'rewrite', id: 0, text: '29705' });
  expect(writtenText(correctedReading(recognition, corrections))).toBe('२९७०५');
  const box = { x: 0, y: 200, width: 60, height: 30 };
  corrections = withEdit(recognition, corrections, { kind: 'write', box, text: '31' });
  expect(writtenText(correctedReading(recognition, corrections))).toBe('२९७०५\n३१');
});

it('lists, JSON and CSV say the script and have both forms', () => {
  const recognition = readIn('persian');
  expect(summarizeReading(recognition)).toMatchObject({ text: '247', written: '۲۴۷' });
  const reading = uncorrected(recognition);
  expect(readingJson('a.png', recognition, reading)).toMatchObject({
    text: '247',
    script: 'auto',
    written: '۲۴۷',
    numbers: [{ text: '247', script: 'persian', written: '۲۴۷' }],
  });
  const picture = { name: 'a.png', createdAt: 0, failure: null, read: { recognition, reading } };
  expect(numberList([picture])).toEqual([
    ['file', 'number', 'status', 'script'],
    ['a.png', 247, 'sure', 'persian'],
  ]);
  const [titles, row] = numberTable([picture]) as [string[], unknown[]];
  expect([row[titles.indexOf('script')], row[titles.indexOf('written')]]).toEqual(['persian', '۲۴۷']);
});

it('nothing is added where Latin was read', () => {
  const recognition = testRecognition([[testDigit(2), testDigit(4, { x: 30 })]]);
  const reading = uncorrected(recognition);
  expect(summarizeReading(recognition)).not.toHaveProperty('written');
  expect(JSON.stringify(readingJson('a.png', recognition, reading))).not.toContain('script');
  const picture = { name: 'a.png', createdAt: 0, failure: null, read: { recognition, reading } };
  expect(numberList([picture])[0]).toEqual(['file', 'number', 'status']);
});
