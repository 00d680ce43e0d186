import { type FormEvent, useState } from 'react';
import { t } from '../../base/i18n/i18n';
import formStyles from '../passphrase/form.module.css';
import { PassphraseField } from '../passphrase/passphrase-field';

interface LockedBackupFormProps {
  readonly name: string;
  readonly isRefused: boolean;
  readonly onUnlock: (passphrase: string) => void;
  readonly onCancel: () => void;
}

/** Asks for the passphrase that a backup was made with; it may be another one than today's. */
export function LockedBackupForm({ name, isRefused, onUnlock, onCancel }: LockedBackupFormProps) {
  const [passphrase, setPassphrase] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onUnlock(passphrase);
  };
  return (
    <form className={formStyles.form} onSubmit={submit}>
      <p>{t('profiles.backup.locked', { name })}</p>
      <PassphraseField
        label={t('profiles.backup.passphrase')}
        value={passphrase}
        autoComplete="current-password"
        problem={isRefused ? t('profiles.backup.refused') : null}
        onChange={setPassphrase}
      />
      <div className="actions">
        <button type="submit" className="button button--primary" disabled={passphrase === ''}>
          {t('profiles.backup.open')}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {t('backup.cancel')}
        </button>
      </div>
    </form>
  );
}
