import { type FormEvent, useState } from 'react';
import { pressOutDeleted } from '../../../records/press-out';
import { t } from '../../base/i18n/i18n';
import sectionStyles from '../../parts/page/section.module.css';
import formStyles from '../../parts/passphrase/form.module.css';
import { NewPassphrase } from '../../parts/passphrase/new-passphrase';
import { PassphraseField } from '../../parts/passphrase/passphrase-field';
import { useAttempts } from '../../parts/passphrase/use-attempts';
import { browserVault } from '../../work/profiles/browser-vault';
import type { OpenProfile } from '../../work/session/session';

const EMPTY = { current: '', next: '', again: '' };

/** Wraps the key of the pictures for another passphrase. */
export function ChangePassphrase({ profile }: { readonly profile: OpenProfile }) {
  const [typed, setTyped] = useState(EMPTY);
  const [isDone, setDone] = useState(false);
  const { words, isBusy, run } = useAttempts();
  const { current, next, again } = typed;
  const isReady = current !== '' && next !== '' && next === again;

  const change = async () => {
    setDone(false);
    const isChanged = await run(() => browserVault.changePassphrase(profile.id, current, next));
    setDone(isChanged);
    if (isChanged) {
      // The key as it was wrapped for the old passphrase.
      void pressOutDeleted();
    }
    setTyped(isChanged ? EMPTY : { ...typed, current: '' });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady && !isBusy) {
      void change();
    }
  };
  return (
    <section className={`sheet ${sectionStyles.section}`} aria-labelledby="profile-change">
      <h2 id="profile-change" className={sectionStyles.title}>
        {t('profile.change')}
      </h2>
      <p>{t('profile.change.words')}</p>
      <form className={formStyles.form} onSubmit={submit} aria-busy={isBusy}>
        <input type="text" name="username" autoComplete="username" value={profile.name} readOnly hidden />
        <PassphraseField
          label={t('profiles.passphrase.current')}
          value={current}
          autoComplete="current-password"
          onChange={(value) => setTyped({ ...typed, current: value })}
        />
        <NewPassphrase
          label={t('profiles.passphrase.new')}
          value={next}
          again={again}
          onChange={(value) => setTyped({ ...typed, next: value })}
          onChangeAgain={(value) => setTyped({ ...typed, again: value })}
        />
        <button type="submit" className="button" disabled={!isReady || isBusy}>
          {t('profile.change.button')}
        </button>
        <p className={formStyles.state} role="status">
          {isDone ? t('profile.change.done') : words}
        </p>
      </form>
    </section>
  );
}
