import { type FormEvent, useRef, useState } from 'react';
import type { ProfileSummary } from '../../../vault/vault';
import { t } from '../../base/i18n/i18n';
import formStyles from '../../parts/passphrase/form.module.css';
import { PassphraseField } from '../../parts/passphrase/passphrase-field';
import { useAttempts } from '../../parts/passphrase/use-attempts';
import { browserVault } from '../../work/profiles/browser-vault';
import { enterProfile } from '../../work/profiles/enter-profile';
import { useServices } from '../../work/session/services';

/** Asks for the passphrase of a profile. */
export function UnlockForm({ profile }: { readonly profile: ProfileSummary }) {
  const { session } = useServices();
  const [passphrase, setPassphrase] = useState('');
  const { words, isBusy, run } = useAttempts();
  const form = useRef<HTMLFormElement>(null);

  const unlock = async () => {
    const isOpen = await run(async () => {
      const result = await browserVault.unlock(profile.id, passphrase);
      if (result.kind === 'unlocked') {
        await enterProfile(session, result.profile);
      }
      return result;
    });
    if (!isOpen) {
      setPassphrase('');
      form.current?.querySelector<HTMLInputElement>('input[autocomplete="current-password"]')?.focus();
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy) {
      void unlock();
    }
  };
  return (
    <form ref={form} className={formStyles.form} onSubmit={submit} aria-busy={isBusy}>
      <p>{t('lock.lead', { name: profile.name })}</p>
      {/* Password managers keep one passphrase a profile by this. */}
      <input type="text" name="username" autoComplete="username" value={profile.name} readOnly hidden />
      <PassphraseField
        label={t('profiles.passphrase')}
        value={passphrase}
        autoComplete="current-password"
        autoFocus
        onChange={setPassphrase}
      />
      <button type="submit" className="button button--primary" disabled={isBusy}>
        {t('lock.unlock')}
      </button>
      <p className={formStyles.state} role="alert">
        {words}
      </p>
    </form>
  );
}
