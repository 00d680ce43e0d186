import { type I18n, type Messages, setupI18n } from '@lingui/core';
import type camera from './catalogs/en/camera.json';
import type contact from './catalogs/en/contact.json';
import type crop from './catalogs/en/crop.json';
import type draw from './catalogs/en/draw.json';
import type form from './catalogs/en/form.json';
import type intake from './catalogs/en/intake.json';
import type lists from './catalogs/en/lists.json';
import type model from './catalogs/en/model.json';
import type profiles from './catalogs/en/profiles.json';
import type result from './catalogs/en/result.json';
import type scripts from './catalogs/en/scripts.json';
import type settings from './catalogs/en/settings.json';
import shell from './catalogs/en/shell.json';
import type storage from './catalogs/en/storage.json';
import { ENGLISH, type Language, loadEnglish, type WordsOf } from './languages';

/** The one place that knows which language is shown; numbers and dates follow it. */
export const i18n = setupI18n({ locale: ENGLISH.code, messages: { [ENGLISH.code]: {} } });

/** What is said where the language that is shown has no message. */
const english = setupI18n({ locale: ENGLISH.code, messages: { [ENGLISH.code]: shell as unknown as Messages } });

type Catalogs = typeof shell &
  typeof lists &
  typeof model &
  typeof profiles &
  typeof result &
  typeof scripts &
  typeof settings &
  typeof camera &
  typeof contact &
  typeof crop &
  typeof draw &
  typeof form &
  typeof intake &
  typeof storage;

/** Every message has an id, 'feature.what'; a misspelled one is a compile error. */
export type MessageId = keyof Catalogs;

export type MessageValues = Readonly<Record<string, unknown>>;

/** The language that was asked for last: one that arrives later than the next one is not shown. */
let asked = ENGLISH;
let direction: Language['dir'] = ENGLISH.dir;

/**
 * The message in the language that is shown, or in English. Components need no hook for it: `App` renders all of them
 * again when the language changes.
 *
 * @param values what stands in the message's placeholders
 */
export function t(id: MessageId, values?: MessageValues): string {
  return speakerOf(id)._(id, values && isolated(values));
}

/** Who says a message: the language that is shown, or English where that has none. */
export function speakerOf(id: MessageId): I18n {
  return id in i18n.messages ? i18n : english;
}

/** The locale that numbers, dates and lists are written in, e.g. 'ar-EG' or 'hi-IN-u-nu-deva'. */
export function formatLocale(): string {
  return String(i18n.locales ?? i18n.locale);
}

/**
 * Keeps what stands in placeholders in its own order where the page is written from right to left: names, and numbers
 * with signs, which would be written the other way round.
 */
export function isolated(values: MessageValues): MessageValues {
  if (direction === 'ltr') {
    return values;
  }
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? isolate(value) : value,
  ]);
  return Object.fromEntries(entries);
}

/** Between the characters that part a text of unknown direction from what is around it. */
function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}

/** Loads the English words of parts of the app; wait for it before something of these parts is shown. */
export async function loadWords(...parts: readonly WordsOf[]): Promise<void> {
  await Promise.all(
    parts.map(async (part) => {
      const messages = await loadEnglish(part);
      if (messages) {
        english.load(ENGLISH.code, messages);
      }
    }),
  );
}

/**
 * Shows the whole page in another language.
 *
 * @param locale that its numbers and dates are written in
 * @returns false when its messages did not arrive: then nothing changes
 */
export async function showLanguage(language: Language, locale: string = language.code): Promise<boolean> {
  asked = language;
  const messages = await language.load().catch(() => undefined);
  if (messages && asked === language) {
    direction = language.dir;
    document.documentElement.lang = language.code;
    document.documentElement.dir = language.dir;
    nameManifest(language);
    i18n.load(language.code, messages);
    i18n.activate(language.code, locale);
    english.activate(ENGLISH.code, locale);
  }
  return messages !== undefined;
}

/** The web manifest, which the system takes the name of the app from when it is installed, in the page's language. */
function nameManifest({ code }: Language): void {
  const suffix = code === ENGLISH.code ? '' : `-${code}`;
  document.querySelector('link[rel="manifest"]')?.setAttribute('href', `./manifest${suffix}.webmanifest`);
}
