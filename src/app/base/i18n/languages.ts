import type { Messages } from '@lingui/core';
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '../../../contract/interface-languages';

/** The parts of the app whose English words arrive with them. */
export type WordsOf =
  | 'camera'
  | 'contact'
  | 'crop'
  | 'draw'
  | 'form'
  | 'intake'
  | 'lists'
  | 'model'
  | 'profiles'
  | 'result'
  | 'scripts'
  | 'settings'
  | 'shell'
  | 'storage';

export interface Language extends InterfaceLanguage {
  /** All its messages; those it has not are said in English. */
  readonly load: () => Promise<Messages>;
}

// One import() a language. The words of the web manifest are for `scripts/web-manifests.ts` alone.
const CATALOGS = import.meta.glob<Messages>('./catalogs/*.json', { import: 'default' });
// The shell's English words are on the page from the start: `i18n.ts`.
const ENGLISH_PARTS = import.meta.glob<Messages>(
  ['./catalogs/en/*.json', '!./catalogs/en/shell.json', '!./catalogs/en/manifest.json'],
  { import: 'default' },
);

/** The English words of a part; undefined where they are in the shell. */
export async function loadEnglish(part: WordsOf): Promise<Messages | undefined> {
  return ENGLISH_PARTS[`./catalogs/en/${part}.json`]?.();
}

export const LANGUAGES: readonly Language[] = INTERFACE_LANGUAGES.map((row) => ({
  ...row,
  load: async () => (await CATALOGS[`./catalogs/${row.code}.json`]?.()) ?? {},
}));

export const ENGLISH: Language = { ...INTERFACE_LANGUAGES[0], load: async () => ({}) };

/** @param wanted codes, the most wanted first, as in `navigator.languages` */
export function preferredLanguage(wanted: readonly string[], rows: readonly Language[] = LANGUAGES): Language {
  for (const code of wanted) {
    const [base] = code.split('-');
    const row = rows.find((language) => language.code === code) ?? rows.find((language) => language.code === base);
    if (row) {
      return row;
    }
  }
  return ENGLISH;
}
