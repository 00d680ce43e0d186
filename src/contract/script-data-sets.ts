import type { NumeralScriptId } from './numeral-scripts';

/** Ids of rows in `training/data/sets.toml`: what the digits of each row of NUMERAL_SCRIPTS are learned from. Apart from it, because no page needs them. */
export const SCRIPT_DATA_SETS: Readonly<Record<NumeralScriptId, readonly string[]>> = {
  latin: [
    'mnist',
    'orand-car-a',
    'sudoku-photos-dev',
    'dida',
    'usps',
    'unipen-strings',
    'unipen-digits',
    'crohme-digits',
    'crohme-negatives',
    'bhmsds',
    'pendigits',
    'chars74k-letters',
  ],
  'arabic-indic': ['madbase-arabic'],
  persian: ['hoda-persian'],
  devanagari: ['cmaterdb-devanagari', 'devanagari-vjd'],
  bengali: ['cmaterdb-bangla', 'numtadb-bangla'],
  kannada: ['kannada-mnist'],
  telugu: ['cmaterdb-telugu'],
  gujarati: ['gujarati'],
  thai: ['thai-digits'],
  tibetan: ['tibetan-mnist'],
};
