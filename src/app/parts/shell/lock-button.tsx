import { Lock } from 'lucide-react';
import { t } from '../../base/i18n/i18n';
import { useStore } from '../../base/store/store';
import { useServices } from '../../work/session/services';

/** Locks the profile that is open; without one there is nothing to lock. */
export function LockButton() {
  const { session } = useServices();
  const state = useStore(session.state);
  const profile = state.phase === 'open' ? state.profile : null;
  return profile ? (
    <button
      type="button"
      className="button button--quiet button--compact"
      title={t('shell.lock.profile', { name: profile.name })}
      onClick={() => void session.lock()}
    >
      <Lock size={20} aria-hidden />
      <span>{t('shell.lock')}</span>
    </button>
  ) : null;
}
