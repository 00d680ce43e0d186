import { type FormEvent, useId, useState } from 'react';
import { t } from '../../base/i18n/i18n';
import fieldStyles from '../../parts/passphrase/field.module.css';
import formStyles from '../../parts/passphrase/form.module.css';
import { resetDevice } from '../../work/profiles/reset-device';
import { useServices } from '../../work/session/services';
import styles from './forgotten-passphrase.module.css';

type ResetState = { readonly phase: 'asked' | 'running' } | { readonly phase: 'failed'; readonly detail: string };

/** The honest way out: nobody can recover a passphrase, but everything can be deleted. */
export function ForgottenPassphrase() {
  const { session } = useServices();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [state, setState] = useState<ResetState>({ phase: 'asked' });
  const word = t('reset.word');
  const isConfirmed = typed.trim().toLocaleLowerCase() === word.toLocaleLowerCase();

  const reset = async () => {
    setState({ phase: 'running' });
    try {
      await resetDevice();
      session.restartOthers();
      window.location.hash = '#/';
      session.restart();
    } catch (error) {
      setState({ phase: 'failed', detail: String(error) });
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isConfirmed && state.phase !== 'running') {
      void reset();
    }
  };
  return (
    <details className={styles.more}>
      <summary>{t('lock.forgotten')}</summary>
      <form className={formStyles.form} onSubmit={submit}>
        <p>{t('lock.forgotten.words')}</p>
        <div className={fieldStyles.field}>
          <label className={fieldStyles.label} htmlFor={id}>
            {t('reset.type', { word })}
          </label>
          <input
            id={id}
            className={fieldStyles.input}
            value={typed}
            autoComplete="off"
            autoCapitalize="none"
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <button type="submit" className="button button--danger" disabled={!isConfirmed || state.phase === 'running'}>
          {t('reset.button')}
        </button>
        <p className={formStyles.state} role="alert">
          {state.phase === 'running' && t('reset.running')}
          {state.phase === 'failed' && t('reset.failed', { detail: state.detail })}
        </p>
      </form>
    </details>
  );
}
