import { type FormEvent, useId, useState } from 'react';
import { Link } from 'wouter';
import { t } from '../../base/i18n/i18n';
import choicesStyles from '../../parts/page/choices.module.css';
import noticeStyles from '../../parts/page/notice.module.css';
import { usePageTitle } from '../../parts/page/use-page-title';
import fieldStyles from '../../parts/passphrase/field.module.css';
import formStyles from '../../parts/passphrase/form.module.css';
import { NewPassphrase } from '../../parts/passphrase/new-passphrase';
import { useHistoryPlace, useUploads } from '../../work/history/use-history';
import { canEncrypt } from '../../work/profiles/browser-vault';
import { type SignUpState, type SignUpWishes, useSignUp } from './use-sign-up';

/** Makes a profile of its own for somebody. */
export function SignUpPage() {
  usePageTitle(t('signup.title'));
  const place = useHistoryPlace();
  const { state, signUp } = useSignUp();
  return (
    <div className="page page--narrow">
      <h1 tabIndex={-1}>{t('signup.title')}</h1>
      <p>{t('signup.lead')}</p>
      {!canEncrypt() && <p className={`${noticeStyles.notice} ${noticeStyles.inline}`}>{t('signup.insecure')}</p>}
      {canEncrypt() && place === 'memory' && (
        <p className={`${noticeStyles.notice} ${noticeStyles.inline}`}>{t('signup.memory')}</p>
      )}
      {canEncrypt() && place !== 'memory' && <SignUpForm state={state} onSubmit={(wishes) => void signUp(wishes)} />}
      <Link href="/profile">{t('signup.instead')}</Link>
    </div>
  );
}

interface SignUpFormProps {
  readonly state: SignUpState;
  readonly onSubmit: (wishes: SignUpWishes) => void;
}

function SignUpForm({ state, onSubmit }: SignUpFormProps) {
  const id = useId();
  const list = useUploads();
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [isUnderstood, setUnderstood] = useState(false);
  const [movesOpenHistory, setMoves] = useState(true);
  const count = list.phase === 'ready' ? list.uploads.length : 0;
  const isReady = name.trim() !== '' && passphrase !== '' && passphrase === again && isUnderstood;
  const isBusy = state.phase !== 'form' && state.phase !== 'failed';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady && !isBusy) {
      onSubmit({ name, passphrase, movesOpenHistory: movesOpenHistory && count > 0 });
    }
  };
  return (
    <form className={`sheet ${formStyles.form}`} onSubmit={submit} aria-busy={isBusy}>
      <div className={fieldStyles.field}>
        <label className={fieldStyles.label} htmlFor={id}>
          {t('profiles.name')}
        </label>
        <input
          id={id}
          className={fieldStyles.input}
          value={name}
          autoComplete="username"
          maxLength={80}
          required
          aria-describedby={`${id}-note`}
          onChange={(event) => setName(event.target.value)}
        />
        <p id={`${id}-note`} className={fieldStyles.note}>
          {t('profiles.name.note')}
        </p>
      </div>
      <NewPassphrase
        label={t('profiles.passphrase')}
        value={passphrase}
        again={again}
        onChange={setPassphrase}
        onChangeAgain={setAgain}
      />
      {count > 0 && <OpenHistoryChoice count={count} moves={movesOpenHistory} onChange={setMoves} />}
      <p className={`${noticeStyles.notice} ${noticeStyles.inline}`}>{t('signup.forever')}</p>
      <label className={choicesStyles.item}>
        <input type="checkbox" checked={isUnderstood} onChange={(event) => setUnderstood(event.target.checked)} />
        {t('signup.understood')}
      </label>
      <button type="submit" className="button button--primary" disabled={!isReady || isBusy}>
        {t('signup.create')}
      </button>
      <SignUpProgress state={state} />
    </form>
  );
}

interface OpenHistoryChoiceProps {
  readonly count: number;
  readonly moves: boolean;
  readonly onChange: (moves: boolean) => void;
}

function OpenHistoryChoice({ count, moves, onChange }: OpenHistoryChoiceProps) {
  return (
    <fieldset className={formStyles.choice}>
      <legend className={fieldStyles.label}>{t('signup.open', { count })}</legend>
      <div className={choicesStyles.choices}>
        <label className={choicesStyles.item}>
          <input type="radio" name="open-history" checked={moves} onChange={() => onChange(true)} />
          {t('signup.open.move')}
        </label>
        <label className={choicesStyles.item}>
          <input type="radio" name="open-history" checked={!moves} onChange={() => onChange(false)} />
          {t('signup.open.leave', { count })}
        </label>
      </div>
    </fieldset>
  );
}

function SignUpProgress({ state }: { readonly state: SignUpState }) {
  return (
    <div className={formStyles.state} role={state.phase === 'moving' ? undefined : 'status'}>
      {state.phase === 'creating' && (
        <>
          <p>{t('signup.creating')}</p>
          <progress aria-label={t('signup.create')} />
        </>
      )}
      {state.phase === 'moving' && (
        <>
          <p>{t('signup.moving', { done: state.done, total: state.total })}</p>
          <progress value={state.done} max={state.total} aria-label={t('signup.open.move')} />
        </>
      )}
      {state.phase === 'failed' && (
        <p className={fieldStyles.problem}>{t('signup.failed', { detail: state.detail })}</p>
      )}
      {state.phase === 'not-moved' && (
        <>
          <p className={fieldStyles.problem}>{t('signup.moveFailed')}</p>
          <button type="button" className="button" onClick={() => void state.goOn()}>
            {t('profile.ready')}
          </button>
        </>
      )}
    </div>
  );
}
