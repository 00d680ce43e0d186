import { describe, expect, it } from 'vitest';
import { NUMERAL_SCRIPTS } from '../contract/numeral-scripts';
import { isToldRightly } from './evaluate-scripts';
import { SCRIPT_SETS } from './script-suites';

describe('SCRIPT_SETS', () => {
  it('has the digits of every script but Latin', () => {
    const others = NUMERAL_SCRIPTS.map(({ id }) => id).filter((id) => id !== 'latin');
    expect(Object.keys(SCRIPT_SETS).sort()).toEqual(others.sort());
  });
});

describe('isToldRightly', () => {
  it('takes a number without a script for Latin', () => {
    expect(isToldRightly({ scripts: ['thai'] }, 'thai', '123')).toBe(true);
    expect(isToldRightly({ scripts: ['tibetan'] }, 'thai', '123')).toBe(false);
    expect(isToldRightly({}, 'thai', '123')).toBe(false);
  });

  it('takes either of two scripts where they write all digits alike', () => {
    expect(isToldRightly({ scripts: ['persian'] }, 'arabic-indic', '1237')).toBe(true);
    expect(isToldRightly({ scripts: ['arabic-indic'] }, 'persian', '1237')).toBe(true);
    expect(isToldRightly({ scripts: ['persian'] }, 'arabic-indic', '1247')).toBe(false);
    expect(isToldRightly({ scripts: ['persian'] }, 'thai', '1237')).toBe(false);
  });
});
