import type { DigitChoice, SettingsStore } from '../settings/settings';
import { showLanguage } from './i18n';
import { LANGUAGES, type Language, preferredLanguage } from './languages';

/** The parameter of the address that a shared link has: '?lang=ar'. */
const PARAMETER = 'lang';

/**
 * Shows the language of the address, or the one that was chosen here, or the first of the browser's that there is; now
 * and after every choice.
 */
export async function followLanguage({ state }: SettingsStore): Promise<void> {
  const show = () => {
    const { language: chosen, digits } = state.get();
    const wanted = [languageInAddress(), chosen, ...navigator.languages].filter((code) => code !== '');
    const language = preferredLanguage(wanted);
    return showLanguage(language, localeOf(language, navigator.languages, digits));
  };
  let before = state.get();
  state.subscribe(() => {
    const { language, digits } = state.get();
    const isChanged = language !== before.language || digits !== before.digits;
    before = state.get();
    if (isChanged) {
      void show();
    }
  });
  if (before.language !== '' && languageInAddress() === '') {
    putIntoAddress(before.language);
  }
  await show();
}

/** Remembers a choice, and puts it into the address, so that whoever is sent the link sees the same language. */
export async function chooseLanguage(settings: SettingsStore, language: Language): Promise<boolean> {
  const { digits } = settings.state.get();
  const isShown = await showLanguage(language, localeOf(language, navigator.languages, digits));
  if (isShown) {
    putIntoAddress(language.code);
    settings.change({ language: language.code });
  }
  return isShown;
}

/**
 * The locale for numbers and dates: the browser's own variant of the language where it names one ('en-IN', 'ar-EG'),
 * with the digits that were chosen.
 *
 * @param wanted as in `navigator.languages`
 */
export function localeOf(language: Language, wanted: readonly string[], digits: DigitChoice): string {
  const variant = wanted.find((code) => code === language.code || code.startsWith(`${language.code}-`));
  const { ownDigits = 'latn' } = language;
  const locale = new Intl.Locale(variant ?? language.code);
  if (digits === 'usual') {
    return locale.toString();
  }
  return new Intl.Locale(locale, { numberingSystem: digits === 'western' ? 'latn' : ownDigits }).toString();
}

/** The code in the address, '' for none or one that there is no language for. */
function languageInAddress(): string {
  const code = new URLSearchParams(window.location.search).get(PARAMETER) ?? '';
  return LANGUAGES.some((language) => language.code === code) ? code : '';
}

function putIntoAddress(code: string): void {
  const url = new URL(window.location.href);
  url.searchParams.set(PARAMETER, code);
  window.history.replaceState(window.history.state, '', url);
}
