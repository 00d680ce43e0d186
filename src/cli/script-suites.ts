import type { NumeralScriptId } from '../contract/numeral-scripts';
import type { ScriptSuite } from './evaluation-suite';

/** Folders of the sets of single digits of a script; what measures is listed in `training/splits/SET-test.txt`. */
export const SCRIPT_SETS = {
  'arabic-indic': ['madbase-arabic'],
  persian: ['hoda-persian'],
  devanagari: ['cmaterdb-devanagari', 'devanagari-vjd'],
  bengali: ['cmaterdb-bangla', 'numtadb-bangla'],
  kannada: ['kannada-mnist'],
  telugu: ['cmaterdb-telugu'],
  gujarati: ['gujarati'],
  thai: ['thai-digits'],
  tibetan: ['tibetan-mnist'],
} as const satisfies Readonly<Record<Exclude<NumeralScriptId, 'latin'>, readonly string[]>>;

const ROW = { how: 'scripts', group: 'scripts' } as const;

/** Every script but Latin, which has the other suites. */
export const SCRIPT_SUITES: readonly ScriptSuite[] = [
  {
    ...ROW,
    id: '38-script-digits',
    name: 'single digits of other scripts, script and location given',
    split: 'the end of each set, or of each of its classes, held back from training',
    stage: 'classifier',
    asks: 'digits',
  },
  {
    ...ROW,
    id: '39-script-numbers',
    name: 'numbers of other scripts with the look of photos, script given',
    split: 'three to eight digits each, held back from training',
    stage: 'pipeline',
    asks: 'numbers',
  },
  {
    ...ROW,
    id: '40-script-choice',
    name: 'numbers whose script is told rightly',
    split: 'the same numbers, read with the automatic choice',
    stage: 'pipeline',
    asks: 'choice',
  },
];
