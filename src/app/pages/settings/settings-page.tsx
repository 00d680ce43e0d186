import { formatLevel } from '../../base/i18n/format-number';
import { t } from '../../base/i18n/i18n';
import { SURE_LEVELS, THEMES } from '../../base/settings/settings';
import { useStore } from '../../base/store/store';
import { BackupSection } from '../../parts/backup/backup-section';
import choicesStyles from '../../parts/page/choices.module.css';
import sectionStyles from '../../parts/page/section.module.css';
import { usePageTitle } from '../../parts/page/use-page-title';
import { useServices } from '../../work/session/services';
import { KeepSection } from './keep-section';
import { LanguageSection } from './language-section';
import { OfflineSection } from './offline-section';
import { ProfileSection } from './profile-section';
import { ReaderSection } from './reader-section';
import { StorageSection } from './storage-section';

/** What a person may choose, and what the app uses of the device. */
export function SettingsPage() {
  usePageTitle(t('shell.page.settings'));
  return (
    <div className={`page page--narrow ${sectionStyles.page}`}>
      <h1 tabIndex={-1}>{t('shell.page.settings')}</h1>
      <LanguageSection />
      <ThemeSection />
      <SureSection />
      <ProfileSection />
      <StorageSection />
      <BackupSection />
      <KeepSection />
      <OfflineSection />
      <ReaderSection />
    </div>
  );
}

function ThemeSection() {
  const { settings } = useServices();
  const { theme: chosen } = useStore(settings.state);
  return (
    <fieldset className={`sheet ${sectionStyles.section}`}>
      <legend className={sectionStyles.title}>{t('settings.theme')}</legend>
      <div className={choicesStyles.choices}>
        {THEMES.map((theme) => (
          <label key={theme} className={choicesStyles.item}>
            <input type="radio" name="theme" checked={theme === chosen} onChange={() => settings.change({ theme })} />
            {t(`settings.theme.${theme}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function SureSection() {
  const { settings } = useServices();
  const { sureAbove } = useStore(settings.state);
  return (
    <fieldset className={`sheet ${sectionStyles.section}`}>
      <legend className={sectionStyles.title}>{t('settings.sure')}</legend>
      <p>{t('settings.sure.words')}</p>
      <div className={choicesStyles.choices}>
        {SURE_LEVELS.map((level) => (
          <label key={level} className={choicesStyles.item}>
            <input
              type="radio"
              name="sure-above"
              checked={level === sureAbove}
              onChange={() => settings.change({ sureAbove: level })}
            />
            {level === 0 ? t('settings.sure.reader') : formatLevel(level)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
