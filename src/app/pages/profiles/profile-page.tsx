import { Lock, LogIn, UserPlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { ProfileSummary } from '../../../vault/vault';
import { t } from '../../base/i18n/i18n';
import { useStore } from '../../base/store/store';
import sectionStyles from '../../parts/page/section.module.css';
import { usePageTitle } from '../../parts/page/use-page-title';
import { browserVault } from '../../work/profiles/browser-vault';
import { useServices } from '../../work/session/services';
import type { OpenProfile } from '../../work/session/session';
import { ChangePassphrase } from './change-passphrase';
import { DeleteProfile } from './delete-profile';
import { LockRulesSection } from './lock-rules-section';
import { MoveSection } from './move-section';

/** The profile that is open, or those that can be opened. */
export function ProfilePage() {
  usePageTitle(t('profile.title'));
  const { session } = useServices();
  const state = useStore(session.state);
  const profile = state.phase === 'open' ? state.profile : null;
  return <div className="page page--narrow">{profile ? <OpenedProfile profile={profile} /> : <Choice />}</div>;
}

function OpenedProfile({ profile }: { readonly profile: OpenProfile }) {
  const { session } = useServices();
  return (
    <>
      <h1 tabIndex={-1}>{t('profile.open.title', { name: profile.name })}</h1>
      <p>{t('profile.limits')}</p>
      <div className="actions">
        <button type="button" className="button button--primary" onClick={() => void session.lock()}>
          <Lock size={20} aria-hidden />
          {t('profile.lockNow')}
        </button>
      </div>
      <p>{t('profile.switch')}</p>
      <LockRulesSection profile={profile} />
      <MoveSection />
      <ChangePassphrase profile={profile} />
      <DeleteProfile profile={profile} />
    </>
  );
}

function Choice() {
  const { session } = useServices();
  const [profiles, setProfiles] = useState<readonly ProfileSummary[]>([]);

  useEffect(() => {
    let current = true;
    // Where storage is denied there are none, and signing up says why.
    browserVault.list().then(
      (found) => current && setProfiles(found),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, []);

  return (
    <>
      <h1 tabIndex={-1}>{t('profile.title')}</h1>
      <p>{t('profile.lead')}</p>
      <p>{t('profile.limits')}</p>
      {profiles.length > 0 && (
        <section className={`sheet ${sectionStyles.section}`} aria-labelledby="profile-list">
          <h2 id="profile-list" className={sectionStyles.title}>
            {t('profile.list')}
          </h2>
          <ul className="actions">
            {profiles.map(({ id, name }) => (
              <li key={id}>
                <button type="button" className="button" onClick={() => void session.askFor(id)}>
                  <LogIn size={20} aria-hidden />
                  {t('profile.list.open', { name })}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Link href="/sign-up" className="button button--primary">
        <UserPlus size={20} aria-hidden />
        {t('profile.create')}
      </Link>
    </>
  );
}
