import { describe, expect, it } from 'vitest';
import { uncorrected } from '../corrections/fixed-reading';
import { sampleRecognition } from '../corrections/test-reading';
import { testDigit, testRecognition } from '../numbers/test-recognition';
import type { ExportedPicture } from './exported-picture';
import { numberTable } from './number-table';

const AT = Date.UTC(2026, 10, 22, 14, 5);

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
    expect(titles).toEqual(['file', 'line', 'position', 'number', 'status', 'confidence', 'added', 'model']);
    expect(rows).toEqual([
      ['sheet.jpg', 1, 1, '007', 'check', 0.6123, '2026-11-22T14:05:00.000Z', 'test-1'],
      ['sheet.jpg', 2, 1, '4', 'sure', 0.99, '2026-11-22T14:05:00.000Z', 'test-1'],
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
    expect(rows.map((row) => row.slice(0, 6))).toEqual([
      ['blank.png', null, null, '', 'no digits', null],
      ['unread.png', null, null, '', 'not read', null],
      ['half.png', null, null, '', 'failed', null],
    ]);
  });
});
