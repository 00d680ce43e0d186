import { useEffect, useState } from 'react';
import { t } from '../../base/i18n/i18n';
import sectionStyles from '../../parts/page/section.module.css';
import fieldStyles from '../../parts/passphrase/field.module.css';
import formStyles from '../../parts/passphrase/form.module.css';
import { countOpenUploads, moveOpenHistory } from '../../work/profiles/move-open-history';
import { useServices } from '../../work/session/services';

type MoveState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'moving'; readonly done: number; readonly total: number }
  | { readonly phase: 'done'; readonly count: number }
  | { readonly phase: 'failed'; readonly detail: string };

/** Offers to bring the pictures of the open history into the profile, as long as there are any. */
export function MoveSection() {
  const { history, session } = useServices();
  const [count, setCount] = useState(0);
  const [state, setState] = useState<MoveState>({ phase: 'idle' });

  useEffect(() => {
    let current = true;
    countOpenUploads().then(
      (found) => current && setCount(found),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, []);

  const move = async () => {
    setState({ phase: 'moving', done: 0, total: count });
    session.restartOthers();
    const moved = await history.use((store) =>
      moveOpenHistory(store, (done, total) => setState({ phase: 'moving', done, total })),
    );
    setState(
      moved.ok
        ? { phase: 'done', count: moved.value }
        : { phase: 'failed', detail: moved.failure.detail ?? moved.failure.kind },
    );
  };
  if (count === 0 && state.phase === 'idle') {
    return null;
  }
  return (
    <section className={`sheet ${sectionStyles.section}`} aria-labelledby="profile-move">
      <h2 id="profile-move" className={sectionStyles.title}>
        {t('profile.move')}
      </h2>
      {state.phase !== 'done' && <p>{t('profile.move.count', { count })}</p>}
      {(state.phase === 'idle' || state.phase === 'failed') && (
        <button type="button" className="button" onClick={() => void move()}>
          {t('profile.move.button')}
        </button>
      )}
      <div className={formStyles.state} role={state.phase === 'moving' ? undefined : 'status'}>
        {state.phase === 'moving' && (
          <>
            <p>{t('signup.moving', { done: state.done, total: state.total })}</p>
            <progress value={state.done} max={state.total} aria-label={t('profile.move.button')} />
          </>
        )}
        {state.phase === 'done' && <p>{t('profile.move.done', { count: state.count })}</p>}
        {state.phase === 'failed' && (
          <p className={fieldStyles.problem}>{t('profile.move.failed', { detail: state.detail })}</p>
        )}
      </div>
    </section>
  );
}
