import { NUMERAL_SCRIPTS, type NumeralScriptId } from './numeral-scripts';

/** The languages, by their codes, whose writers use the digits of a script. Latin's are used beside all of them. */
const SCRIPT_LANGUAGES: Readonly<Record<NumeralScriptId, readonly string[]>> = {
  latin: [],
  'arabic-indic': ['ar', 'ckb'],
  persian: ['fa', 'ps', 'ur'],
  devanagari: ['hi', 'kok', 'mai', 'mr', 'ne', 'sa'],
  bengali: ['as', 'bn'],
  kannada: ['kn'],
  telugu: ['te'],
  gujarati: ['gu'],
  thai: ['th'],
  tibetan: ['bo', 'dz'],
};

/**
 * The scripts that somebody with these languages may write digits in, besides Latin.
 *
 * @param languages codes, the most wanted first, as in `navigator.languages`
 */
export function likelyScripts(languages: readonly string[]): readonly NumeralScriptId[] {
  const bases = languages.map((code) => code.split('-')[0]!);
  const found = bases.flatMap((base) => NUMERAL_SCRIPTS.filter(({ id }) => SCRIPT_LANGUAGES[id].includes(base)));
  return [...new Set(found.map(({ id }) => id))];
}
