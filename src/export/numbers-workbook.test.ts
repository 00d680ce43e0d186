import readWorkbook, { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { ZipReader } from '../archive/zip-reader';
import { numbersWorkbook } from './numbers-workbook';
import { testPicture } from './test-pictures';

const WORDS = { numbers: 'Numbers', about: 'About', facts: [['Reader', 'test-1 & <more>']] } as const;

function bytesOf(...pictures: readonly ReturnType<typeof testPicture>[]): Buffer {
  return Buffer.concat(numbersWorkbook(pictures, WORDS));
}

describe('numbersWorkbook', () => {
  it('comes back from another reader of workbooks with its values and their types', async () => {
    const bytes = bytesOf(
      testPicture('a&b.png', ['007 1234567890123456', '-264.27 27.3%', '=1+2']),
      testPicture('dates.png', ['22/11/2026 5/6/2026 10:45']),
      { ...testPicture('blank.png', []), note: '=look again' },
    );
    expect(await readSheet(bytes, 'Numbers')).toEqual([
      ['file', 'number 1', 'number 2', 'number 3', 'number 4', 'number 5', 'status', 'note'],
      ['a&b.png', '007', '1234567890123456', -264.27, 0.273, '=1+2', 'sure', null],
      ['dates.png', new Date('2026-11-22'), '5/6/2026', '10:45', null, null, 'sure', null],
      ['blank.png', null, null, null, null, null, 'no digits', '=look again'],
    ]);
    expect(await readSheet(bytes, 'About')).toEqual([['Reader', 'test-1 & <more>']]);
    expect((await readWorkbook(bytes)).map(({ sheet }) => sheet)).toEqual(['Numbers', 'About']);
  });

  it('colors what is to be checked, and shows as many decimals as were written', async () => {
    const bytes = new Uint8Array(bytesOf(testPicture('a.png', ['1.50 2?'])));
    const source = { size: bytes.length, read: async (start: number, end: number) => bytes.slice(start, end) };
    const limits = { maxEntries: 9, maxBytes: () => 99_999, maxTotalBytes: 99_999, maxRatio: 99, ratioFreeBytes: 0 };
    const zip = await ZipReader.open(source, limits);
    const textOf = async (path: string) => {
      const entry = zip.ok ? await zip.value.read(path) : null;
      return new TextDecoder().decode(entry?.ok ? entry.value : undefined);
    };
    const [styles, sheet] = [await textOf('xl/styles.xml'), await textOf('xl/worksheets/sheet1.xml')];
    const looks = [...styles.matchAll(/<xf numFmtId="(\d+)" fontId="\d" fillId="(\d)" borderId="0" xfId/g)];
    const styleAt = (place: string) => looks[Number(sheet.match(new RegExp(`r="${place}" s="(\\d+)"`))![1])]!;
    expect(styleAt('B2')[2]).toBe('0');
    expect(styleAt('C2')[2]).toBe('2');
    expect(styles).toContain(`numFmtId="${styleAt('B2')[1]}" formatCode="0.00"`);
  });

  it('goes on after column Z, and drops what XML cannot hold', async () => {
    const numbers = Array.from({ length: 30 }, (_, at) => at + 10);
    const [, row] = await readSheet(bytesOf(testPicture('a\u0000b\uD800.png', [numbers.join(' ')])), 'Numbers');
    expect(row).toEqual(['ab\uFFFD.png', ...numbers, 'sure', null]);
  });
});
