import { LockKeyhole } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ProfileSummary } from '../../../vault/vault';
import { t } from '../../base/i18n/i18n';
import { BrandMark } from '../../parts/page/brand-mark';
import brandMarkStyles from '../../parts/page/brand-mark.module.css';
import choicesStyles from '../../parts/page/choices.module.css';
import { usePageTitle } from '../../parts/page/use-page-title';
import fieldStyles from '../../parts/passphrase/field.module.css';
import formStyles from '../../parts/passphrase/form.module.css';
import { browserVault } from '../../work/profiles/browser-vault';
import { useServices } from '../../work/session/services';
import { ForgottenPassphrase } from './forgotten-passphrase';
import styles from './lock-gate.module.css';
import { UnlockForm } from './unlock-form';

type Profiles = readonly ProfileSummary[] | null;

/** Stands in place of the whole app while a profile is locked: nothing of its history is on the page. */
export function LockGate({ profileId }: { readonly profileId: string }) {
  usePageTitle(t('lock.title'));
  const { session } = useServices();
  const [profiles, setProfiles] = useState<Profiles>(null);
  const [chosen, setChosen] = useState(profileId);

  useEffect(() => {
    let current = true;
    const show = (found: Profiles) => current && setProfiles(found);
    browserVault.list().then(show, () => show([]));
    return () => {
      current = false;
    };
  }, []);

  if (profiles === null) {
    return <main className="page" aria-busy="true" />;
  }
  const profile = profiles.find((candidate) => candidate.id === chosen) ?? profiles[0];
  return (
    <main className={styles.lock}>
      <div className={`sheet ${styles.sheet}`}>
        <p className={brandMarkStyles.brand}>
          <BrandMark />
          <span>{t('shell.name')}</span>
        </p>
        <h1 className={styles.title}>
          <LockKeyhole size={28} aria-hidden />
          {t('lock.title')}
        </h1>
        {profiles.length > 1 && <ProfileChoice profiles={profiles} chosen={profile?.id ?? ''} onChange={setChosen} />}
        {profile ? <UnlockForm key={profile.id} profile={profile} /> : <p>{t('lock.none')}</p>}
        <div className="actions">
          <button type="button" className="button" onClick={() => void session.enter(null)}>
            {t('lock.without')}
          </button>
        </div>
        {profile && <ForgottenPassphrase />}
      </div>
    </main>
  );
}

interface ProfileChoiceProps {
  readonly profiles: readonly ProfileSummary[];
  readonly chosen: string;
  readonly onChange: (id: string) => void;
}

function ProfileChoice({ profiles, chosen, onChange }: ProfileChoiceProps) {
  return (
    <fieldset className={formStyles.choice}>
      <legend className={fieldStyles.label}>{t('lock.choose')}</legend>
      <div className={choicesStyles.choices}>
        {profiles.map(({ id, name }) => (
          <label key={id} className={choicesStyles.item}>
            <input type="radio" name="profile" checked={id === chosen} onChange={() => onChange(id)} />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
