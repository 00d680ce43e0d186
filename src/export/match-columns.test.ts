import { describe, expect, it } from 'vitest';
import { matchColumns, placedCells } from './match-columns';

describe('matchColumns', () => {
  it.each<[string, readonly (readonly string[])[], readonly string[], readonly (readonly number[])[]]>([
    ['tables without names by their places', [['', ''], ['', '', '']], ['', '', ''], [[0, 1], [0, 1, 2]]], // biome-ignore format: as it looks
    ['a name for the same place in all', [['', ''], ['Id', 'Mark'], ['', '']], ['Id', 'Mark'], [[0, 1], [0, 1], [0, 1]]], // biome-ignore format: as it looks
    ['names wherever they stand, in any case', [['Id', 'Mark'], ['mark', 'id']], ['Id', 'Mark'], [[0, 1], [1, 0]]], // biome-ignore format: as it looks
    ['other names behind', [['Id', 'Mark'], ['Id', 'Age']], ['Id', 'Mark', 'Age'], [[0, 1], [0, 2]]], // biome-ignore format: as it looks
    ['a name that another column has taken', [['Id', 'Mark'], ['', 'Id']], ['Id', 'Mark', ''], [[0, 1], [2, 0]]], // biome-ignore format: as it looks
  ])('%s', (_, tables, names, places) => {
    expect(matchColumns(tables)).toEqual({ names, places });
  });

  it('never puts two columns of a table into one', () => {
    const { places } = matchColumns([
      ['a', 'b'],
      ['', 'a', ''],
      ['b', '', 'a', ''],
      ['', '', '', '', 'c'],
    ]);
    for (const columns of places) expect(new Set(columns).size).toBe(columns.length);
  });
});

it('placedCells leaves other places empty', () => {
  expect(placedCells(['x', 'y'], [2, 0], 4)).toEqual(['y', null, 'x', null]);
});
