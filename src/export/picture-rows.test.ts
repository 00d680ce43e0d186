import { describe, expect, it } from 'vitest';
import { applyEdit } from '../corrections/apply-edit';
import { clipboardTable } from './clipboard-table';
import { copiedRows, pictureRows } from './picture-rows';
import { numberList, pictureTable } from './short-tables';
import { testPicture, testTable } from './test-pictures';

const BLANK = testPicture('blank.png', []);
const UNREAD = { ...BLANK, name: 'unread.png', read: null };
/** A title, a table with an empty cell, a line below it. */
const SHEET = testPicture('sheet.png', ['2026', '12? 59', '7 18 40', '99'], {
  tables: [testTable([[1, 2, null], [3, 4, 5]], 55)], // biome-ignore format: as it looks
});

describe('pictureRows', () => {
  const textOf = (picture: typeof BLANK) =>
    pictureRows(picture).map(({ cells }) => cells.map((cell) => cell?.written ?? null));

  it('has all numbers of a picture without a table in one row', () => {
    expect(textOf(testPicture('a', ['1 2', '3']))).toEqual([['1', '2', '3']]);
    expect(textOf(BLANK)).toEqual([]);
  });

  it('has the rows of tables, and the lines beside them where they stand', () => {
    expect(textOf(SHEET)).toEqual([['2026'], ['12', '59', null], ['7', '18', '40'], ['99']]);
  });
});

describe('copying numbers', () => {
  it('puts those of all pictures in one column, with an empty cell where none was read', () => {
    const pictures = [testPicture('a', ['007 -12.5']), BLANK, UNREAD, testPicture('b', ['=1+2'])];
    expect(clipboardTable(copiedRows(pictures)).text).toBe("007\n-12.5\n\n\n'=1+2");
  });

  it('takes a table as it is', () => {
    expect(clipboardTable(copiedRows([SHEET])).text).toBe('12\t59\t\n7\t18\t40');
  });

  it('makes one table of the tables of many pictures, and says which row is from which', () => {
    const other = testPicture('b.png', ['3 4', '5'], { tables: [testTable([[0, 1], [2, null]])] }); // biome-ignore format: as it looks
    expect(clipboardTable(copiedRows([SHEET, other])).text).toBe(
      'sheet.png\t12\t59\t\nsheet.png\t7\t18\t40\nb.png\t3\t4\t\nb.png\t5\t\t',
    );
  });

  it('says in HTML which cells are texts and what numbers are, wherever it is pasted', () => {
    const { html } = clipboardTable(copiedRows([testPicture('a', ['007 1.234,5 5%'], { convention: 'continental' })]));
    const text = `<td style="mso-number-format:'\\@'" sdnum="1033;0;@" data-sheets-value="{&quot;1&quot;:2,&quot;2&quot;:&quot;007&quot;}">007</td>`;
    const number = '<td sdval="1234.5" data-sheets-value="{&quot;1&quot;:3,&quot;3&quot;:1234.5}">1234,5</td>';
    expect(html).toBe(`<table><tbody><tr>${text}</tr><tr>${number}</tr><tr><td>5%</td></tr></tbody></table>`);
  });
});

describe('CSV', () => {
  it('has a row a picture or row of a table, all as wide, and leaves no picture out', () => {
    expect(pictureTable([testPicture('a.png', ['007 1.5?']), { ...SHEET, note: 'page 2' }, BLANK, UNREAD])).toEqual([
      ['file', 'number 1', 'number 2', 'number 3', 'status', 'note'],
      ['a.png', '007', 1.5, null, 'check', ''],
      ['sheet.png', 2026, null, null, 'sure', 'page 2'],
      ['sheet.png', 12, 59, null, 'check', ''],
      ['sheet.png', 7, 18, 40, 'sure', ''],
      ['sheet.png', 99, null, null, 'sure', ''],
      ['blank.png', null, null, null, 'no digits', ''],
      ['unread.png', null, null, null, 'not read', ''],
    ]);
  });

  it('puts columns of the same name together, and titles them so', () => {
    const named = (picture: typeof SHEET, ...names: readonly string[]) => {
      const reading = names.reduce(
        (done, name, column) => applyEdit(done, { kind: 'name-column', table: 0, column, name }),
        picture.read!.reading,
      );
      return { ...picture, read: { ...picture.read!, reading } };
    };
    const one = named(testPicture('a', ['1 2'], { tables: [testTable([[0, 1]])] }), 'Id', 'Mark');
    const two = named(testPicture('b', ['3 4'], { tables: [testTable([[0, 1]])] }), 'mark', 'id');
    expect(pictureTable([testPicture('c', ['9']), one, two])).toEqual([
      ['file', 'Id', 'Mark', 'status', 'note'],
      ['c', 9, null, 'sure', ''],
      ['a', 1, 2, 'sure', ''],
      ['b', 4, 3, 'sure', ''],
    ]);
  });

  it('has a row a number', () => {
    expect(numberList([testPicture('a.png', ['1 2?']), BLANK])).toEqual([
      ['file', 'number', 'status'],
      ['a.png', 1, 'sure'],
      ['a.png', 2, 'check'],
      ['blank.png', null, 'no digits'],
    ]);
  });
});
