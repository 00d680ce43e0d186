import { useId, useState } from 'react';
import { chooseLanguage, localeOf } from '../../base/i18n/follow-language';
import { formatLocale, i18n, t } from '../../base/i18n/i18n';
import { LANGUAGES, preferredLanguage } from '../../base/i18n/languages';
import type { DigitChoice } from '../../base/settings/settings';
import { useStore } from '../../base/store/store';
import choicesStyles from '../../parts/page/choices.module.css';
import sectionStyles from '../../parts/page/section.module.css';
import { useServices } from '../../work/session/services';
import styles from './language-section.module.css';

/** The language of the interface, and the digits that it is written with. */
export function LanguageSection() {
  const { settings } = useServices();
  const id = useId();
  const [failed, setFailed] = useState('');
  const choose = async (code: string) => {
    const language = preferredLanguage([code]);
    setFailed((await chooseLanguage(settings, language)) ? '' : language.name);
  };
  return (
    <section className={`sheet ${sectionStyles.section}`} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className={sectionStyles.title}>
        {t('settings.language')}
      </h2>
      <select
        className={`control ${styles.menu}`}
        aria-labelledby={`${id}-title`}
        value={i18n.locale}
        onChange={(event) => void choose(event.target.value)}
      >
        {LANGUAGES.map(({ code, name, dir }) => (
          <option key={code} value={code} lang={code} dir={dir}>
            {name}
          </option>
        ))}
      </select>
      <p role="status" className={sectionStyles.note}>
        {failed === '' ? '' : t('settings.language.failed', { name: failed })}
      </p>
      <DigitsChoice />
    </section>
  );
}

/** Shown where the language has digits of its own. */
function DigitsChoice() {
  const { settings } = useServices();
  const { digits: chosen } = useStore(settings.state);
  const language = preferredLanguage([i18n.locale]);
  if (language.ownDigits === undefined) {
    return null;
  }
  const shown = sampleDigits(formatLocale());
  const choices: readonly DigitChoice[] = ['western', 'own'];
  return (
    <fieldset className={styles.digits}>
      <legend className={sectionStyles.note}>{t('settings.digits')}</legend>
      <div className={choicesStyles.choices}>
        {choices.map((digits) => {
          const sample = sampleDigits(localeOf(language, [formatLocale()], digits));
          return (
            <label key={digits} className={choicesStyles.item}>
              <input
                type="radio"
                name="digits"
                checked={chosen === 'usual' ? sample === shown : digits === chosen}
                onChange={() => settings.change({ digits })}
              />
              <bdi>{sample}</bdi>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

/** '1234567890' in the digits of a locale. */
function sampleDigits(locale: string): string {
  return new Intl.NumberFormat(locale, { useGrouping: false }).format(1_234_567_890);
}
