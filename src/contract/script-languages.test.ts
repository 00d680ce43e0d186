import { expect, it } from 'vitest';
import { INTERFACE_LANGUAGES } from './interface-languages';
import { NUMERAL_SCRIPTS } from './numeral-scripts';
import { likelyScripts } from './script-languages';

it('the languages of a person say which digits may be written, the most wanted first', () => {
  expect(likelyScripts(['en-US', 'ur-PK', 'hi', 'mr'])).toEqual(['persian', 'devanagari']);
  expect(likelyScripts(['en', 'de-AT', 'zh'])).toEqual([]);
});

it('every language of the interface with digits of a script in the table has its row', () => {
  for (const row of INTERFACE_LANGUAGES) {
    if (!('ownDigits' in row)) continue;
    const own = new Intl.NumberFormat(`${row.code}-u-nu-${row.ownDigits}`).format(0);
    const script = NUMERAL_SCRIPTS.find(({ digits }) => digits[0] === own);
    expect(likelyScripts([row.code])).toEqual(script ? [script.id] : []);
  }
});
