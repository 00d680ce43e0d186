import { Archive, ArchiveRestore } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { t } from '../../base/i18n/i18n';
import { useStore } from '../../base/store/store';
import { BackupWork } from '../../work/backup/backup-work';
import { useServices } from '../../work/session/services';
import sectionStyles from '../page/section.module.css';
import { BackupNotice } from './backup-notice';
import { LockedBackupForm } from './locked-backup-form';
import { RestorePreview } from './restore-preview';

/** The whole history as one file, and back. */
export function BackupSection() {
  const services = useServices();
  const [work] = useState(() => new BackupWork(services));
  const state = useStore(work.state);
  const picker = useRef<HTMLInputElement>(null);
  useEffect(() => () => work.cancel(), [work]);
  const isWorking = state.phase === 'working';

  return (
    <section className={`sheet ${sectionStyles.section}`} aria-labelledby="settings-backup">
      <h2 id="settings-backup" className={sectionStyles.title}>
        {t('backup.title')}
      </h2>
      <p>{t(services.session.profile ? 'profiles.backup.words' : 'backup.words')}</p>
      <div className="actions">
        <button type="button" className="button button--primary" disabled={isWorking} onClick={() => void work.make()}>
          <Archive size={20} aria-hidden />
          {t('backup.make')}
        </button>
        <button type="button" className="button" disabled={isWorking} onClick={() => picker.current?.click()}>
          <ArchiveRestore size={20} aria-hidden />
          {t('backup.restore')}
        </button>
        <input
          ref={picker}
          type="file"
          hidden
          accept=".zip,.locked,application/zip"
          autoComplete="off"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.item(0);
            // The same file may be chosen again.
            currentTarget.value = '';
            if (file) {
              void work.check(file);
            }
          }}
        />
      </div>
      <BackupNotice state={state} onCancel={() => work.cancel()} />
      {state.phase === 'locked' && (
        <LockedBackupForm
          name={state.file.name}
          isRefused={state.isRefused}
          onUnlock={(passphrase) => void work.unlock(state.file, passphrase)}
          onCancel={() => work.dismiss()}
        />
      )}
      {state.phase === 'checked' && (
        <RestorePreview
          name={state.name}
          backup={state.backup}
          wasLocked={state.wasLocked}
          onRestore={(takesSettings) => void work.restore(state.backup, takesSettings)}
          onCancel={() => work.dismiss()}
        />
      )}
    </section>
  );
}
