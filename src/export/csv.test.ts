import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inertText, toCsv } from './csv';

/** A strict reader of RFC 4180, written apart from the writer. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 1; // after the byte order mark
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      at += 1;
      while (text[at] !== '"' || text[at + 1] === '"') {
        cell += text[at];
        at += text[at] === '"' ? 2 : 1;
      }
      at += 1;
    } else {
      while (text[at] !== ',' && text[at] !== '\r') {
        cell += text[at];
        at += 1;
      }
    }
    row.push(cell);
    if (text[at] === ',') {
      at += 1;
    } else {
      expect(text.slice(at, at + 2)).toBe('\r\n');
      at += 2;
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('007', 'a "b", c', '=1+1', '\r\n', ',', '@SUM(A1)', '-5', '\t'),
);

describe('toCsv', () => {
  it('comes back as it was from a strict reader, whatever stands in the cells', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (rows) => {
        expect(parseCsv(toCsv(rows))).toEqual(rows.map((row) => row.map(inertText)));
      }),
    );
  });

  it('begins with a byte order mark, quotes texts, leaves numbers bare, ends lines with CRLF', () => {
    expect(
      toCsv([
        ['number', 'line'],
        ['007', 1],
        ['', null],
      ]),
    ).toBe('\uFEFF"number","line"\r\n"007",1\r\n"",\r\n');
  });
});

describe('inertText', () => {
  it.each([
    ['=HYPERLINK("http://example.org")', `'=HYPERLINK("http://example.org")`],
    ['+1-202', `'+1-202`],
    ['-1+cmd', `'-1+cmd`],
    ['=500=', `'=500=`],
    ['-264.27', '-264.27'],
    ['+5%', '+5%'],
    ['@SUM(A1)', `'@SUM(A1)`],
    ['\t=1', `'\t=1`],
    ['\r=1', `'\r=1`],
    ['\0=1', `'\0=1`],
    ['007', '007'],
    ['a=b', 'a=b'],
    ['', ''],
  ])('%j becomes %j', (text, inert) => {
    expect(inertText(text)).toBe(inert);
  });

  it('leaves no cell that a spreadsheet computes to anything else', () => {
    fc.assert(fc.property(cell, (text) => !/^([=@\t\r]|[+-](?![\d.,]+%?$))/.test(inertText(text))));
  });
});
