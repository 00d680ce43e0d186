import { type I18n, type Messages, setupI18n } from '@lingui/core';
import type draw from './catalogs/en/draw.json';
import type lists from './catalogs/en/lists.json';
import type model from './catalogs/en/model.json';
import type profiles from './catalogs/en/profiles.json';
import type result from './catalogs/en/result.json';
import type settings from './catalogs/en/settings.json';
import shell from './catalogs/en/shell.json';
import type storage from './catalogs/en/storage.json';
import { ENGLISH, type Language, type WordsOf } from './languages';

/** The one place that knows which language is shown; numbers and dates follow it. */
export const i18n = setupI18n({ locale: ENGLISH.code, messages: { [ENGLISH.code]: {} } });

/** What is said where the language that is shown has no message. */
const english = setupI18n({ locale: ENGLISH.code, messages: { [ENGLISH.code]: shell as unknown as Messages } });

type Catalogs = typeof shell &
  typeof lists &
  typeof model &
  typeof profiles &
  typeof result &
  typeof settings &
  typeof draw &
  typeof storage;

/** Every message has an id, 'feature.what'; a misspelled one is a compile error. */
export type MessageId = keyof Catalogs;

export type MessageValues = Readonly<Record<string, unknown>>;

let shown = ENGLISH;
/** Parts whose words the page has asked for, so that another language brings them too. */
const asked = new Set<WordsOf>(['shell', 'failures']);

/**
 * The message in the language that is shown, or in English. Components need no hook for it: `App` renders all of them
 * again when the language changes.
 *
 * @param values what stands in the message's placeholders
 */
export function t(id: MessageId, values?: MessageValues): string {
  return speakerOf(id)._(id, values);
}

/** Who says a message: the language that is shown, or English where that has none. */
export function speakerOf(id: MessageId): I18n {
  return id in i18n.messages ? i18n : english;
}

/** Loads the words of parts of the app; wait for it before something of these parts is shown. */
export async function loadWords(...parts: readonly WordsOf[]): Promise<void> {
  await Promise.all(
    parts.map(async (part) => {
      asked.add(part);
      const [inEnglish] = await Promise.all([ENGLISH.load(part), loadShown(shown, part)]);
      if (inEnglish) {
        english.load(ENGLISH.code, inEnglish);
      }
    }),
  );
}

/** Shows the whole page in another language. What of it does not arrive is shown in English. */
export async function showLanguage(language: Language): Promise<void> {
  shown = language;
  await Promise.all([...asked].map((part) => loadShown(language, part)));
  if (shown === language) {
    document.documentElement.lang = language.code;
    document.documentElement.dir = language.dir;
    i18n.activate(language.code);
  }
}

async function loadShown(language: Language, part: WordsOf): Promise<void> {
  if (language === ENGLISH) {
    return;
  }
  const messages = await language.load(part).catch(() => undefined);
  i18n.load(language.code, messages ?? {});
}
