import { describe, expect, it } from 'vitest';
import { applyEdit } from './apply-edit';
import { type Edit, emptyCharacter } from './edit';
import type { FixedReading } from './fixed-reading';
import { firstDifference, nextLook } from './next-look';
import { sampleRecognition } from './test-reading';
import { uncorrected } from './uncorrected';

const TWO_CHECKS = uncorrected(sampleRecognition(['4?0', '79?']));
const ONE_CHECK = uncorrected(sampleRecognition(['40?7']));
const SURE = uncorrected(sampleRecognition(['407']));
const ONE = uncorrected(sampleRecognition(['4?']));
const digit = emptyCharacter({ x: 40, y: 0, width: 20, height: 30 });

const look = (reading: FixedReading, edit: Edit) => nextLook(reading, applyEdit(reading, edit), edit);

describe('nextLook', () => {
  it.each<[string, FixedReading, Edit, number | null, boolean]>([
    ['from check to check', TWO_CHECKS, { kind: 'accept', id: 0 }, 3, false],
    ['back to an earlier check', TWO_CHECKS, { kind: 'replace', id: 3, code: '1' }, 0, false],
    ['from a sure digit to the next check', TWO_CHECKS, { kind: 'replace', id: 1, code: '1' }, 3, false],
    ['from a removed digit to the next check', TWO_CHECKS, { kind: 'remove', id: 0 }, 3, false],
    ['all checked, staying where it was', ONE_CHECK, { kind: 'accept', id: 1 }, 1, true],
    ['all checked by removing', ONE_CHECK, { kind: 'remove', id: 1 }, 2, true],
    ['nothing left at all', ONE, { kind: 'remove', id: 0 }, null, true],
    ['one further on among sure digits', SURE, { kind: 'replace', id: 0, code: '9' }, 1, false],
    ['back from the last one removed', SURE, { kind: 'remove', id: 2 }, 1, false],
    ['at what was added', ONE_CHECK, { kind: 'add', character: digit, after: 0 }, 3, false],
    ['at the first half', ONE_CHECK, { kind: 'split', id: 0, parts: [digit, digit] }, 3, false],
    ['on after several labels', TWO_CHECKS, { kind: 'relabel', codes: [{ id: 0, code: '1' }] }, 3, false],
  ])('%s', (_, reading, edit, id, isAllChecked) => {
    expect(look(reading, edit)).toEqual({ id, isAllChecked });
  });
});

describe('firstDifference', () => {
  const edited = (edit: Edit) => applyEdit(ONE_CHECK, edit);

  it('is the digit that was changed, or came back', () => {
    expect(firstDifference(edited({ kind: 'accept', id: 1 }), ONE_CHECK)).toBe(1);
    expect(firstDifference(edited({ kind: 'remove', id: 0 }), ONE_CHECK)).toBe(0);
  });

  it('is a neighbor of what is gone', () => {
    expect(firstDifference(edited({ kind: 'add', character: digit, after: 2 }), ONE_CHECK)).toBe(2);
    expect(firstDifference(ONE, applyEdit(ONE, { kind: 'remove', id: 0 }))).toBeNull();
    expect(firstDifference(ONE, ONE)).toBeNull();
  });
});
