import { CAUTIONS } from '../../../contract/caution';
import { t } from '../../base/i18n/i18n';
import { THEMES } from '../../base/settings/settings';
import { useStore } from '../../base/store/store';
import { BackupSection } from '../../parts/backup/backup-section';
import choicesStyles from '../../parts/page/choices.module.css';
import sectionStyles from '../../parts/page/section.module.css';
import { usePageTitle } from '../../parts/page/use-page-title';
import { useServices } from '../../work/session/services';
import cautionStyles from './caution-section.module.css';
import { KeepSection } from './keep-section';
import { LanguageSection } from './language-section';
import { OfflineSection } from './offline-section';
import { ProfileSection } from './profile-section';
import { ReaderSection } from './reader-section';
import { ScriptSection } from './script-section';
import { StorageSection } from './storage-section';

/** What a person may choose, and what the app uses of the device. */
export function SettingsPage() {
  usePageTitle(t('shell.page.settings'));
  return (
    <div className={`page page--narrow ${sectionStyles.page}`}>
      <h1 tabIndex={-1}>{t('shell.page.settings')}</h1>
      <LanguageSection />
      <ThemeSection />
      <ScriptSection />
      <CautionSection />
      <ProfileSection />
      <StorageSection />
      <BackupSection />
      <KeepSection />
      <OfflineSection />
      <ReaderSection />
      <LicensesSection />
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

/** The build writes what is listed there. */
function LicensesSection() {
  return (
    <section className={`sheet ${sectionStyles.section}`} aria-labelledby="settings-licenses">
      <h2 id="settings-licenses" className={sectionStyles.title}>
        {t('settings.licenses')}
      </h2>
      <p>
        <a href="licenses/third-party.md" target="_blank" rel="noreferrer">
          {t('settings.licenses.libraries')}
        </a>
      </p>
    </section>
  );
}

/** What is marked to be checked, by what a mistake costs. */
function CautionSection() {
  const { settings } = useServices();
  const { caution } = useStore(settings.state);
  return (
    <fieldset className={`sheet ${sectionStyles.section}`}>
      <legend className={sectionStyles.title}>{t('settings.caution')}</legend>
      <p>{t('settings.caution.words')}</p>
      <div className={cautionStyles.choices}>
        {CAUTIONS.map(({ id }) => (
          <label key={id} className={cautionStyles.choice}>
            <input
              type="radio"
              name="caution"
              aria-describedby={`caution-${id}`}
              checked={id === caution}
              onChange={() => settings.change({ caution: id })}
            />
            <span>
              <strong>{t(`settings.caution.${id}`)}</strong>
              <span id={`caution-${id}`}>{t(`settings.caution.${id}.words`)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
