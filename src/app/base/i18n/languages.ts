import type { Messages } from '@lingui/core';

/** The parts of the app whose messages arrive with them; `failures` are the words of `contract/failure-messages.json`. */
export type WordsOf =
  | 'draw'
  | 'failures'
  | 'lists'
  | 'model'
  | 'profiles'
  | 'result'
  | 'settings'
  | 'shell'
  | 'storage';

export interface Language {
  /** BCP 47, e.g. 'pt-BR'. */
  readonly code: string;
  /** In the language itself. */
  readonly name: string;
  readonly dir: 'ltr' | 'rtl';
  /** The messages of one part; undefined where there are none yet, which leaves the English ones. */
  readonly load: (part: WordsOf) => Promise<Messages | undefined>;
}

// The shell's English words are on the page from the start: `i18n.ts`.
const CATALOGS = import.meta.glob<Messages>(['./catalogs/*/*.json', '!./catalogs/en/shell.json'], {
  import: 'default',
});

async function fromCatalogs(code: string, part: WordsOf): Promise<Messages | undefined> {
  return CATALOGS[`./catalogs/${code}/${part}.json`]?.();
}

export const ENGLISH: Language = {
  code: 'en',
  name: 'English',
  dir: 'ltr',
  load: (part) => fromCatalogs('en', part),
};

/** One row a language, with its catalogs in `catalogs/<code>/`. */
export const LANGUAGES: readonly Language[] = [ENGLISH];

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
