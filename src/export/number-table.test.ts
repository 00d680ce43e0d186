import { describe, expect, it } from 'vitest';
import { sampleRecognition } from '../corrections/test-reading';
import { uncorrected } from '../corrections/uncorrected';
import { testDigit, testRecognition } from '../numbers/test-recognition';
import type { ExportedPicture } from './exported-picture';
import { numberTable } from './number-table';

const AT = Date.UTC(2026, 10, 22, 14, 5);
const ADDED = '2026-11-22T14:05:00.000Z';

function picture(name: string, lines: Parameters<typeof testRecognition>[0] | null): ExportedPicture {
  const recognition = lines && testRecognition(lines);
  return {
    name,
    createdAt: AT,
    failure: null,
    read: recognition && { recognition, reading: uncorrected(recognition) },
  };
}

describe('numberTable', () => {
  it('has one row a number, with leading zeros, and the doubts of each', () => {
    const doubtful = testDigit(7, { probability: 0.61234567, verdict: 'check' });
    const [titles, ...rows] = numberTable([
      picture('sheet.jpg', [[testDigit(0), testDigit(0), doubtful], [testDigit(4)]]),
    ]);
    expect(titles?.join()).toBe(
      'file,line,position,number,value,kind,status,doubts,confidence,x,y,width,height,note,added,model',
    );
    expect(rows).toEqual([
      [
        'sheet.jpg',
        1,
        1,
        '007',
        '007',
        'integer',
        'check',
        'unclear-character',
        0.6002,
        0,
        0,
        20,
        30,
        '',
        ADDED,
        'test-1',
      ],
      ['sheet.jpg', 2, 1, '4', 4, 'integer', 'sure', '', 0.99, 0, 0, 20, 30, '', ADDED, 'test-1'],
    ]);
  });

  it('has numbers as they are written, and their values where they have one', () => {
    const page = sampleRecognition(['-264.27 27.3%', '22,35,000/- 5/27', '44,20,00']);
    const [, ...rows] = numberTable([
      { name: 'a', createdAt: AT, failure: null, read: { recognition: page, reading: uncorrected(page) } },
    ]);
    expect(rows.map((row) => row.slice(3, 8))).toEqual([
      ['-264.27', -264.27, 'signed', 'sure', ''],
      ['27.3%', 27.3, 'percent', 'sure', ''],
      ['22,35,000/-', 2235000, 'amount', 'sure', ''],
      ['5/27', null, 'fraction', 'sure', ''],
      ['44,20,00', null, 'grouped', 'check', 'impossible-grouping'],
    ]);
  });

  it('parts the numbers of a line', () => {
    const spaced = sampleRecognition(['1 2']);
    const [, ...rows] = numberTable([
      { name: 'a', createdAt: AT, failure: null, read: { recognition: spaced, reading: uncorrected(spaced) } },
    ]);
    expect(rows.map((row) => row.slice(1, 4))).toEqual([
      [1, 1, '1'],
      [1, 2, '2'],
    ]);
  });

  it('leaves no picture out', () => {
    const [, ...rows] = numberTable([
      picture('blank.png', []),
      picture('unread.png', null),
      { ...picture('half.png', null), failure: { kind: 'undecodable' } },
    ]);
    expect(rows.map((row) => row.slice(0, 9))).toEqual([
      ['blank.png', null, null, '', null, '', 'no digits', '', null],
      ['unread.png', null, null, '', null, '', 'not read', '', null],
      ['half.png', null, null, '', null, '', 'failed', '', null],
    ]);
  });
});
