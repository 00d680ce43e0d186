/** One row a language of the interface, with its words in `app/base/i18n/catalogs/<code>.json`. */
export interface InterfaceLanguage {
  /** BCP 47, e.g. 'pt'. */
  readonly code: string;
  /** In the language itself. */
  readonly name: string;
  readonly dir: 'ltr' | 'rtl';
  /** The numbering system of its own digits, as `Intl` names it; undefined where these are 0-9. */
  readonly ownDigits?: string;
}

export const INTERFACE_LANGUAGES = [
  { code: 'en', name: 'English', dir: 'ltr' },
  { code: 'es', name: 'Español', dir: 'ltr' },
  { code: 'fr', name: 'Français', dir: 'ltr' },
  { code: 'pt', name: 'Português', dir: 'ltr' },
  { code: 'de', name: 'Deutsch', dir: 'ltr' },
  { code: 'hi', name: 'हिन्दी', dir: 'ltr', ownDigits: 'deva' },
  { code: 'ta', name: 'தமிழ்', dir: 'ltr', ownDigits: 'tamldec' },
  { code: 'bn', name: 'বাংলা', dir: 'ltr', ownDigits: 'beng' },
  { code: 'kn', name: 'ಕನ್ನಡ', dir: 'ltr', ownDigits: 'knda' },
  { code: 'te', name: 'తెలుగు', dir: 'ltr', ownDigits: 'telu' },
  { code: 'gu', name: 'ગુજરાતી', dir: 'ltr', ownDigits: 'gujr' },
  { code: 'th', name: 'ไทย', dir: 'ltr', ownDigits: 'thai' },
  { code: 'ar', name: 'العربية', dir: 'rtl', ownDigits: 'arab' },
  { code: 'fa', name: 'فارسی', dir: 'rtl', ownDigits: 'arabext' },
  { code: 'zh', name: '中文', dir: 'ltr' },
  { code: 'id', name: 'Bahasa Indonesia', dir: 'ltr' },
] as const satisfies readonly InterfaceLanguage[];

export type LanguageCode = (typeof INTERFACE_LANGUAGES)[number]['code'];
