import path from 'node:path';
import { DEFAULT_SCRIPT, NUMERAL_SCRIPTS, type NumeralScriptId, writtenIn } from '../src/contract/numeral-scripts';

const NUMBER = '247915';
/** Where the printed forms of other digits than these are not those that people write. */
const OTHER_NUMBERS: Partial<Readonly<Record<NumeralScriptId, string>>> = {
  'arabic-indic': '294513',
  persian: '21935',
  tibetan: '24715',
};

/** One row a numeral script besides Latin: a number in its digits, written by `npm run write:script-samples`. */
export const SCRIPT_STRIPS = NUMERAL_SCRIPTS.filter(({ id }) => id !== DEFAULT_SCRIPT).map(({ id, name }) => {
  const number = OTHER_NUMBERS[id] ?? NUMBER;
  const file = path.resolve(import.meta.dirname, `images/scripts/${id}.png`);
  return { id, name, number, written: writtenIn(number, id), path: file };
});
