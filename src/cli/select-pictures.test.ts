import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { openLabelledSet } from './labelled-set';
import { selectPictures } from './select-pictures';

async function setOf(csv: string) {
  const folder = await mkdtemp(join(tmpdir(), 'set-'));
  await writeFile(join(folder, 'labels.csv'), csv);
  return folder;
}

const CSV =
  'file,label,raw,split,field\n1.png,121,"12.1 ",test,amount\n2.png,37,X37,train,date\n3.png,40,40!,test,date\n';

async function namesOf(selection: Parameters<typeof selectPictures>[1]) {
  const pictures = await selectPictures(await openLabelledSet(await setOf(CSV)), selection);
  return pictures.map(({ name }) => name);
}

describe('openLabelledSet', () => {
  it('compares text where the column has marks, and digits alone where it has none', async () => {
    const folder = await setOf(CSV);
    const digits = await openLabelledSet(folder);
    expect(digits.pictures.map(({ label, hasMarks }) => [label, hasMarks])).toEqual([
      ['121', undefined],
      ['37', undefined],
      ['40', undefined],
    ]);
    const raw = await openLabelledSet(folder, { label: 'raw' });
    expect(raw.pictures.map(({ label, hasMarks }) => [label, hasMarks])).toEqual([
      ['12.1', true],
      ['37', true],
      ['40', true],
    ]);
    const crosses = await openLabelledSet(await setOf('file,raw\n1.png,X37\n2.png,115\n'), { label: 'raw' });
    expect(crosses.pictures.map(({ label, hasMarks }) => [label, hasMarks])).toEqual([
      ['37', undefined],
      ['115', undefined],
    ]);
  });

  it('names the columns there are', async () => {
    await expect(openLabelledSet(await setOf(CSV), { label: 'text' })).rejects.toThrow(
      /has no column text, only file, label, raw, split, field/,
    );
  });
});

describe('selectPictures', () => {
  it('takes a split by its column, and rows by other columns', async () => {
    expect(await namesOf({ split: 'test' })).toEqual(['1.png', '3.png']);
    expect(await namesOf({ split: 'test', where: { field: 'date' } })).toEqual(['3.png']);
    await expect(namesOf({ split: 'dev' })).rejects.toThrow(/has no split dev, only test, train/);
    const unsplit = await openLabelledSet(await setOf('file,label\n1.png,5\n'));
    await expect(selectPictures(unsplit, { split: 'test' })).rejects.toThrow(
      /no list training.splits.*no column split/,
    );
    await expect(namesOf({ where: { writer: 'a' } })).rejects.toThrow(/has no column writer/);
  });

  it('takes the list that training wrote where there is one', async () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const set = await openLabelledSet(await setOf('file,label,split\n00005.png,5,train\nother.png,6,test\n'));
    const list = (await readFile('training/splits/unipen-strings-test.txt', 'utf8')).split('\n');
    const known = {
      ...set,
      name: 'unipen-strings',
      pictures: [...set.pictures, { ...set.pictures[0]!, name: list[0]! }],
    };
    expect((await selectPictures(known, { split: 'test' })).map(({ name }) => name)).toEqual([list[0]]);
    expect(said.mock.calls.flat().join('')).toMatch(/names of .*unipen-strings-test\.txt are not among the pictures/);
    said.mockRestore();
  });

  it('spreads a smaller number evenly', async () => {
    const pictures = Array.from({ length: 10 }, (_, index) => ({
      name: String(index),
      label: '1',
      open: async () => new File([], ''),
    }));
    const set = { name: 'many', kind: 'singles', pictures } as const;
    expect((await selectPictures(set, { atMost: 4 })).map(({ name }) => name)).toEqual(['0', '2', '5', '7']);
    expect(await selectPictures(set, { atMost: 20 })).toHaveLength(10);
  });
});
