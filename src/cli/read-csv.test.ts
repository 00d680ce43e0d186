import { describe, expect, it } from 'vitest';
import { readCsv } from './read-csv';

describe('readCsv', () => {
  it.each([
    ['plain rows', 'file,label\na.png,407\n', [{ file: 'a.png', label: '407' }]],
    ['byte order mark and CRLF', '\ufefffile,label\r\na.png,007\r\n', [{ file: 'a.png', label: '007' }]],
    ['no line break at the end', 'file,label\na.png,1', [{ file: 'a.png', label: '1' }]],
    ['an empty last field', 'file,label\nblank.png,', [{ file: 'blank.png', label: '' }]],
    ['quotes', 'file,label\n"a ""b"", c.png","1\n2"\n', [{ file: 'a "b", c.png', label: '1\n2' }]],
    ['empty lines and missing fields', 'file,label\n\na.png\n\n', [{ file: 'a.png', label: '' }]],
    ['a heading alone', 'file,label\n', []],
    ['nothing', '', []],
  ])('reads %s', (_name, text, rows) => {
    expect(readCsv(text)).toEqual(rows);
  });

  it('refuses an open quote', () => {
    expect(() => readCsv('file,label\n"a.png,1\n')).toThrow('not closed');
  });
});
