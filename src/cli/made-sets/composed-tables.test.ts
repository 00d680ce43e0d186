import { describe, expect, it } from 'vitest';
import { composedTables, TABLES_PER_PAPER } from './composed-tables';
import { markCells } from './mark-cells';
import { penDigit } from './pen-digits';
import { PAPERS } from './table-rulings';

const DIGITS = [
  penDigit({ label: '1', strokes: [[100, 0, 110, 150, 105, 300]] }),
  penDigit({ label: '7', strokes: [[10, 0, 160, 0, 60, 300]] }),
  penDigit({ label: '0', strokes: [[90, 0, 10, 150, 90, 300, 170, 150, 90, 0]] }),
];
const STYLES = [{ name: 'marks', cells: markCells(DIGITS), scale: 1 }];

describe('composedTables', () => {
  it.each(PAPERS)('on %s paper has tables with numbers and empty cells', (paper) => {
    const tables = composedTables(paper, STYLES);
    expect(tables).toHaveLength(TABLES_PER_PAPER);
    const labels = tables.flatMap((table) => table.labels);
    expect(labels).toContain('');
    for (const label of labels) expect(label).toMatch(/^[017]{0,3}$/);
  });

  it('is the same whenever it is made', async () => {
    const bytes = async (index: number) =>
      Buffer.from(await (await composedTables('ruled', STYLES)[index]!.open()).arrayBuffer());
    expect((await bytes(0)).equals(await bytes(0))).toBe(true);
    expect((await bytes(0)).equals(await bytes(1))).toBe(false);
  });

  it('knows where in the photo its cells lie, once it was opened', async () => {
    const [table] = composedTables('unruled', STYLES);
    expect(() => table!.cellAt({ x: 0, y: 0 })).toThrow('opened');
    await table!.open();
    expect(table!.cellAt({ x: 0, y: 0 })).toBeUndefined();
    const seen = new Set<number | undefined>();
    for (let x = 0; x < 900; x += 10) for (let y = 0; y < 900; y += 10) seen.add(table!.cellAt({ x, y }));
    expect(table!.labels.every((_, index) => seen.has(index))).toBe(true);
  });
});
