import { type FormEvent, useId, useState } from 'react';
import { pressOutDeleted } from '../../../records/press-out';
import { deleteProfileHistory } from '../../../uploads/delete-histories';
import { t } from '../../base/i18n/i18n';
import sectionStyles from '../../parts/page/section.module.css';
import fieldStyles from '../../parts/passphrase/field.module.css';
import formStyles from '../../parts/passphrase/form.module.css';
import { browserVault } from '../../work/profiles/browser-vault';
import { useServices } from '../../work/session/services';
import type { OpenProfile } from '../../work/session/session';

/** Deletes the key first: with it, the pictures are gone, whatever happens to their bytes. */
export function DeleteProfile({ profile }: { readonly profile: OpenProfile }) {
  const { session, history } = useServices();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const [isRunning, setRunning] = useState(false);
  const isConfirmed = typed.trim() === profile.name;

  const remove = async () => {
    setRunning(true);
    try {
      await session.endReading();
      await browserVault.delete(profile.id);
      session.remember(null);
      await history.close();
      await deleteProfileHistory(profile.id);
      await pressOutDeleted();
      session.restartOthers();
      window.location.hash = '#/';
      session.restart();
    } catch (error) {
      setFailure(String(error));
      setRunning(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isConfirmed && !isRunning) {
      void remove();
    }
  };
  return (
    <section className={`sheet ${sectionStyles.section}`} aria-labelledby="profile-delete">
      <h2 id="profile-delete" className={sectionStyles.title}>
        {t('profile.delete')}
      </h2>
      <p>{t('profile.delete.words')}</p>
      <form className={formStyles.form} onSubmit={submit}>
        <div className={fieldStyles.field}>
          <label className={fieldStyles.label} htmlFor={id}>
            {t('profile.delete.type', { name: profile.name })}
          </label>
          <input
            id={id}
            className={fieldStyles.input}
            value={typed}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <button type="submit" className="button button--danger" disabled={!isConfirmed || isRunning}>
          {t('profile.delete.button')}
        </button>
        <p className={formStyles.state} role="alert">
          {isRunning && t('reset.running')}
          {failure !== null && t('profile.delete.failed', { detail: failure })}
        </p>
      </form>
    </section>
  );
}
