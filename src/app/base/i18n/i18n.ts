import { type Messages, setupI18n } from '@lingui/core';
import type draw from './catalogs/en/draw.json';
import type exporting from './catalogs/en/export.json';
import type lists from './catalogs/en/lists.json';
import type model from './catalogs/en/model.json';
import type offline from './catalogs/en/offline.json';
import type profiles from './catalogs/en/profiles.json';
import type result from './catalogs/en/result.json';
import type settings from './catalogs/en/settings.json';
import shell from './catalogs/en/shell.json';
import type storage from './catalogs/en/storage.json';

/** The one place that knows which language is shown; numbers and dates follow it. */
export const i18n = setupI18n({ locale: 'en', messages: { en: shell as unknown as Messages } });

type Catalogs = typeof shell &
  typeof exporting &
  typeof lists &
  typeof model &
  typeof offline &
  typeof profiles &
  typeof result &
  typeof settings &
  typeof draw &
  typeof storage;

/** Every message has an id, 'feature.what'; a misspelled one is a compile error. */
export type MessageId = keyof Catalogs;

export type MessageValues = Readonly<Record<string, unknown>>;

/**
 * The message in the language that is shown. Components need no hook for it: `App` renders all of them again when the
 * language changes.
 *
 * @param values what stands in the message's placeholders
 */
export function t(id: MessageId, values?: MessageValues): string {
  return i18n._(id, values);
}

/** Adds the English words of a part of the app that is loaded later; call it beside the part's imports. */
export function addWords(catalog: Readonly<Record<string, string>>): void {
  // The bundler has compiled the messages: `scripts/compile-catalogs.ts`.
  i18n.load('en', catalog as unknown as Messages);
}
