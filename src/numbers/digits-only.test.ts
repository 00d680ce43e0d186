import { expect, it } from 'vitest';
import { sampleRecognition } from '../corrections/test-reading';
import { digitsOnly } from './digits-only';

it('marks go, digits and their numbers stay', () => {
  const reading = sampleRecognition(['22,35,000/- 5/27', '- 12.1', '-'], { 2: { doubts: ['unexplained-ink'] } });
  const found = digitsOnly(reading);
  expect(found.text).toBe('2235000 527\n121');
  expect(found.lines.map(({ text }) => text)).toEqual(['2235000 527', '121']);
  expect(found.numbers.map(({ value, kind }) => [value, kind])).toEqual([
    [2235000, 'integer'],
    [527, 'integer'],
    [121, 'integer'],
  ]);
  expect(found.marks).toEqual([]);
  expect(found.otherInk).toHaveLength(reading.marks.length);
  expect(found.otherInk[0]).toEqual({ kind: 'left-out', box: reading.marks[0]!.box });
});

it('cells keep their numbers, and one that held a mark alone is empty', () => {
  const box = { x: 0, y: 0, width: 90, height: 60 };
  const rows = [[0, 1, null, 2].map((numberIndex) => ({ numberIndex, box }))];
  const found = digitsOnly({ ...sampleRecognition(['- 1.5 27']), tables: [{ rows }] });
  expect(found.tables[0]!.rows[0]!.map(({ numberIndex }) => numberIndex)).toEqual([null, 0, null, 1]);
  expect(found.numbers.map(({ text }) => text)).toEqual(['15', '27']);
});

it('a doubt about the place stays, one about the grouping goes', () => {
  const found = digitsOnly(sampleRecognition(['44,20,00', '1.5'], { 1: { doubts: ['unexplained-ink'] } }));
  expect(found.numbers.map(({ verdict, doubts }) => [verdict, doubts])).toEqual([
    ['sure', []],
    ['check', ['unexplained-ink']],
  ]);
});

it('a reading of digits alone stays as it is', () => {
  const reading = sampleRecognition(['407 12', '9?']);
  expect(digitsOnly(reading)).toEqual(reading);
});
