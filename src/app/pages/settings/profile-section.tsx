import { Link } from 'wouter';
import { t } from '../../base/i18n/i18n';
import { useStore } from '../../base/store/store';
import sectionStyles from '../../parts/page/section.module.css';
import { useServices } from '../../work/session/services';

/** In the settings: what a profile is, and the way to it. */
export function ProfileSection() {
  const { session } = useServices();
  const state = useStore(session.state);
  const profile = state.phase === 'open' ? state.profile : null;
  return (
    <section className={`sheet ${sectionStyles.section}`} aria-labelledby="settings-profile">
      <h2 id="settings-profile" className={sectionStyles.title}>
        {t('profile.title')}
      </h2>
      <p>{profile ? t('profile.isOpen', { name: profile.name }) : t('profile.lead')}</p>
      <Link href="/profile" className="button">
        {t('profile.manage')}
      </Link>
    </section>
  );
}
