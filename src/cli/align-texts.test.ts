import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, rightCharacters } from './align-texts';

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['407', '', 3],
    ['407', '407', 0],
    ['407', '47', 1],
    ['407', '4077', 1],
    ['407', '417', 1],
    ['12345', '23451', 2],
  ])('%s, %s: %i', (one, other, distance) => {
    expect(editDistance(one, other)).toBe(distance);
  });

  it('is symmetric and never more than the longer string', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const distance = editDistance(one, other);
        return distance === editDistance(other, one) && distance <= Math.max(one.length, other.length);
      }),
    );
  });
});

describe('rightCharacters', () => {
  it.each([
    ['407', '407', [true, true, true]],
    ['417', '407', [true, false, true]],
    ['4107', '407', [true, false, true, true]],
    ['47', '407', [true, true]],
    ['21', '12', [false, false]],
    ['', '12', []],
    ['12', '', [false, false]],
  ])('%s for %s', (read, label, right) => {
    expect(rightCharacters(read, label)).toEqual(right);
  });

  it('never calls more right than the edits leave', () => {
    const text = fc.string({ unit: fc.constantFrom('1', '2', '3') });
    fc.assert(
      fc.property(text, text, (read, label) => {
        const right = rightCharacters(read, label).filter(Boolean).length;
        expect(Math.max(read.length, label.length) - editDistance(read, label)).toBeLessThanOrEqual(right);
        expect(right).toBeLessThanOrEqual(Math.min(read.length, label.length));
      }),
    );
  });
});
