import { IDLE_MINUTES, type LockRules } from '../../../vault/profile';
import { t } from '../../base/i18n/i18n';
import { useStore } from '../../base/store/store';
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
    <section className="sheet settings__section" aria-labelledby="profile-rules">
      <h2 id="profile-rules" className="settings__title">
        {t('profile.rules')}
      </h2>
      <p>{t('profile.rules.always')}</p>
      <fieldset className="form__choice">
        <legend className="field__label">{t('profile.rules.idle')}</legend>
        <div className="choices">
          {IDLE_MINUTES.map((idleMinutes) => (
            <label key={idleMinutes} className="choices__item">
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
      <label className="choices__item">
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
