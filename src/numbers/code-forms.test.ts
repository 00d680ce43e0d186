import { describe, expect, it } from 'vitest';
import { CODE_PATTERNS } from '../contract/code-patterns';
import { countriesOf, hasCodeForm, lookAlikes } from './code-forms';

describe('the form of number plates', () => {
  it.each([
    ['BR', 'AYO9034'],
    ['mercosur', 'BRA2E19'],
    ['DE', 'BMW1234'],
    ['DE', 'KL77E'],
    ['SK', 'BA123CD'],
    ['CZ', '1AB2345'],
    ['PL', 'WX1234A'],
    ['FR', 'AB123CD'],
    ['IT', 'AB123CD'],
    ['ES', '1234BCD'],
    ['NL', '12ABC3'],
    ['GB', 'AB12CDE'],
    ['IN', 'KA05MH1234'],
    ['US', '7ABC123'],
  ] as const)('%s: %s', (id, text) => {
    expect(hasCodeForm(text, id)).toBe(true);
  });

  it.each([
    ['BR', 'AYO903'],
    ['BR', 'AYOO034'],
    ['CZ', '0KL1235'],
    ['ES', '1234BCE'],
    ['FR', 'AI123CD'],
    ['PL', 'WXABCDE'],
    ['DE', 'B12'.toLowerCase()],
    ['GB', 'AB12CDE '],
  ] as const)('%s not: %s', (id, text) => {
    expect(hasCodeForm(text, id)).toBe(false);
  });

  it('every row is an expression that some text fits, and none fits nothing or a sentence', () => {
    for (const { id } of CODE_PATTERNS) {
      expect(hasCodeForm('', id), id).toBe(false);
      expect(hasCodeForm('NOT A PLATE AT ALL', id), id).toBe(false);
    }
  });

  it('names the countries of a text, and loose patterns never', () => {
    expect(countriesOf('BA123CD')).toEqual(expect.arrayContaining(['SK', 'FR', 'IT']));
    expect(countriesOf('1234BCD')).toEqual(['ES']);
    expect(countriesOf('7ABCD1')).toEqual([]);
  });
});

describe('lookAlikes', () => {
  it('swaps characters that look alike, the fewest at once first', () => {
    expect(lookAlikes('O1', 1)).toEqual(['01', 'OI']);
    expect(lookAlikes('O1', 2)).toEqual(['01', 'OI', '0I']);
    expect(lookAlikes('0', 1)).toEqual(['O', 'D', 'Q']);
  });

  it('leaves a text alone that has none', () => {
    expect(lookAlikes('AX37', 3)).toEqual([]);
  });
});
