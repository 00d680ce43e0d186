import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CORRECTIONS_VERSION,
  type Corrections,
  correctedReading,
  noCorrections,
  redo,
  undo,
  withEdit,
  withExpectation,
} from './corrections';
import { type Edit, emptyCharacter, readDigit } from './edit';
import { charactersOf, lineText } from './fixed-reading';
import { fixedTables } from './fixed-table';
import { storedCorrections } from './stored-corrections';
import { sampleDigit, sampleRecognition, sampleTable } from './test-reading';

const PAGE = { ...sampleRecognition(['40?7 12', '9?81']), tables: sampleTable(['1|2', '3|']).tables };
const box = { x: 105, y: 2, width: 20, height: 30 };

function corrected(...edits: Edit[]): Corrections {
  return edits.reduce((corrections, edit) => withEdit(PAGE, corrections, edit), noCorrections(PAGE));
}

const id = fc.integer({ min: 0, max: 14 });
const label = fc.integer({ min: 0, max: 9 });
const code = fc.constantFrom('0', '7', '9', '.', ',', '-', '/', '%');
const text = fc.string({ unit: code, maxLength: 6 });
const anyBox = fc.record({
  x: fc.integer({ min: 0, max: 380 }),
  y: fc.integer({ min: 0, max: 110 }),
  width: fc.integer({ min: 1, max: 60 }),
  height: fc.integer({ min: 1, max: 60 }),
});
const newDigit = fc.oneof(
  anyBox.map(emptyCharacter),
  fc.tuple(anyBox, label).map(([at, value]) => ({ ...readDigit(sampleDigit(0, 0, [[value, 0.8]])), box: at })),
);
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('replace' as const), id, code }),
  fc.record({ kind: fc.constant('accept' as const), id }),
  fc.record({ kind: fc.constant('remove' as const), id }),
  fc.record({ kind: fc.constant('add' as const), character: newDigit, after: fc.option(id) }),
  fc.record({ kind: fc.constant('split' as const), id, parts: fc.tuple(newDigit, newDigit) }),
  fc.record({ kind: fc.constant('merge' as const), id, whole: newDigit }),
  fc.record({ kind: fc.constant('relabel' as const), codes: fc.array(fc.record({ id, code }), { maxLength: 4 }) }),
  fc.record({ kind: fc.constant('accept-number' as const), id }),
  fc.record({ kind: fc.constant('rewrite' as const), id, text }),
  fc.record({ kind: fc.constant('clear' as const), id }),
  fc.record({ kind: fc.constant('leave-out' as const), box: anyBox }),
  fc.record({ kind: fc.constant('write' as const), box: fc.constant({ ...box, x: 140 }), text }),
);
const at = fc.integer({ min: 0, max: 3 });
const table = fc.constant(0);
const tableEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constantFrom('add-row', 'add-column', 'remove-row', 'remove-column'), table, at }),
  fc.record({ kind: fc.constantFrom('merge-cells', 'split-cell'), table, row: at, column: at }),
  fc.record({ kind: fc.constant('move-edge' as const), table, column: at, by: fc.integer({ min: -90, max: 90 }) }),
  fc.record({ kind: fc.constant('name-column' as const), table, column: at, name: fc.string() }),
  fc.record({
    kind: fc.constant('set-rule' as const),
    table,
    column: at,
    rule: fc.constantFrom(null, { id: 'integer' as const }, { id: 'sum' as const, columns: [0, 1] }),
  }),
  fc.record({ kind: fc.constant('set-total-row' as const), table, hasTotalRow: fc.boolean() }),
);
const edits = fc.array(fc.oneof(anyEdit, tableEdit), { maxLength: 25 });

describe('any sequence of corrections', () => {
  it('undo(do(x)) is x, and redo(undo(x)) is x', () => {
    fc.assert(
      fc.property(edits, anyEdit, (before, edit) => {
        const x = corrected(...before);
        const done = withEdit(PAGE, x, edit);
        fc.pre(done !== x);
        expect(correctedReading(PAGE, undo(done))).toEqual(correctedReading(PAGE, x));
        expect(redo(undo(done))).toEqual(done);
      }),
    );
  });

  it('is taken back to the first and done again to the last', () => {
    fc.assert(
      fc.property(edits, (all) => {
        const done = corrected(...all);
        const steps = done.edits.length;
        let corrections = done;
        for (let step = 0; step < steps + 2; step += 1) corrections = undo(corrections);
        expect(correctedReading(PAGE, corrections)).toEqual(correctedReading(PAGE, noCorrections(PAGE)));
        for (let step = 0; step < steps + 2; step += 1) corrections = redo(corrections);
        expect(corrections).toEqual(done);
      }),
    );
  });

  it('keeps ids unique, lines filled and spaces inside lines', () => {
    fc.assert(
      fc.property(edits, (all) => {
        const reading = correctedReading(PAGE, corrected(...all));
        const ids = [...charactersOf(reading), ...reading.removed].map((digit) => digit.id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(Math.max(-1, ...ids)).toBeLessThan(reading.nextId);
        for (const line of reading.lines) expect(lineText(line)).toMatch(/^[\d_.,/%-]+( [\d_.,/%-]+)*$/);
      }),
    );
  });

  it('keeps tables whole: as many cells in each row, each filled by one cell, no character in two', () => {
    fc.assert(
      fc.property(edits, (all) => {
        const reading = correctedReading(PAGE, corrected(...all));
        for (const { columns, rows } of fixedTables(reading)) {
          const ids = rows.flat().map((cell) => cell.id);
          expect(new Set(ids).size).toBe(ids.length);
          for (const cells of rows) {
            expect(cells).toHaveLength(columns.length);
            expect(cells.reduce((sum, { span }) => sum + span, 0)).toBe(columns.length);
            for (const [column, { span }] of cells.entries()) {
              for (let over = 1; over < span; over += 1) expect(cells[column + over]?.span).toBe(0);
            }
          }
          const held = rows.flat().flatMap(({ numbers }) => numbers.flatMap(({ characters }) => characters));
          expect(new Set(held).size).toBe(held.length);
        }
      }),
    );
  });

  it('survives being stored as JSON', () => {
    fc.assert(
      fc.property(edits, (all) => {
        const corrections = withExpectation(undo(corrected(...all)), { id: 'digits', count: 4 });
        const stored = { version: CORRECTIONS_VERSION, value: JSON.parse(JSON.stringify(corrections)) };
        expect(storedCorrections(PAGE, stored)).toEqual(corrections);
      }),
    );
  });
});
