import { IDLE_MINUTES, type LockRules } from '../../../vault/profile';
import { t } from '../../base/i18n/i18n';
import { useStore } from '../../base/store/store';
import choicesStyles from '../../parts/page/choices.module.css';
import sectionStyles from '../../parts/page/section.module.css';
import fieldStyles from '../../parts/passphrase/field.module.css';
import formStyles from '../../parts/passphrase/form.module.css';
import { browserVault } from '../../work/profiles/browser-vault';
import type { OpenProfile } from '../../work/session/session';

/** When the profile locks by itself. */
export function LockRulesSection({ profile }: { readonly profile: OpenProfile }) {
  const rules = useStore(profile.rules);
  const change = (next: LockRules) => {
    profile.rules.set(next);
    // Where it cannot be kept, it holds as long as the page.
    void browserVault.changeRules(profile.id, next).catch(() => undefined);
  };
  return (
    <section className={`sheet ${sectionStyles.section}`} aria-labelledby="profile-rules">
      <h2 id="profile-rules" className={sectionStyles.title}>
        {t('profile.rules')}
      </h2>
      <p>{t('profile.rules.always')}</p>
      <fieldset className={formStyles.choice}>
        <legend className={fieldStyles.label}>{t('profile.rules.idle')}</legend>
        <div className={choicesStyles.choices}>
          {IDLE_MINUTES.map((idleMinutes) => (
            <label key={idleMinutes} className={choicesStyles.item}>
              <input
                type="radio"
                name="idle-minutes"
                checked={idleMinutes === rules.idleMinutes}
                onChange={() => change({ ...rules, idleMinutes })}
              />
              {idleMinutes === 0 ? t('profile.rules.never') : t('profile.rules.minutes', { minutes: idleMinutes })}
            </label>
          ))}
        </div>
      </fieldset>
      <label className={choicesStyles.item}>
        <input
          type="checkbox"
          checked={rules.whenHidden}
          onChange={(event) => change({ ...rules, whenHidden: event.target.checked })}
        />
        {t('profile.rules.hidden')}
      </label>
    </section>
  );
}
