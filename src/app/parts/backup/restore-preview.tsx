import { useEffect, useRef, useState } from 'react';
import type { CheckedBackup } from '../../../backup/check-backup';
import { formatDate } from '../../base/i18n/format-date';
import { t } from '../../base/i18n/i18n';
import { retentionOf } from '../../base/settings/settings';
import { useStore } from '../../base/store/store';
import { beyondRetention } from '../../work/retention/plan-retention';
import { useServices } from '../../work/session/services';
import sectionStyles from '../page/section.module.css';
import styles from './restore-preview.module.css';

interface RestorePreviewProps {
  readonly name: string;
  readonly backup: CheckedBackup;
  /** Whether its pictures are encrypted in the file. */
  readonly wasLocked: boolean;
  readonly onRestore: (takesSettings: boolean) => void;
  readonly onCancel: () => void;
}

/** What is in a backup that is in order, before anything of it is written. */
export function RestorePreview({ name, backup, wasLocked, onRestore, onCancel }: RestorePreviewProps) {
  const { settings, session } = useServices();
  const retention = retentionOf(useStore(settings.state), session.profile?.id ?? '');
  const [takesSettings, setTakesSettings] = useState(true);
  const confirm = useRef<HTMLButtonElement>(null);
  const { uploadCount, createdAt } = backup.manifest;
  const rows = backup.createdAt.map((at, index) => ({ id: String(index), createdAt: at }));
  const going = retention.keep === 'nothing' ? 0 : beyondRetention(rows, retention, Date.now()).length;
  const isUnsealed = wasLocked && !session.profile && retention.keep !== 'nothing';
  useEffect(() => confirm.current?.focus(), []);

  return (
    <div className={sectionStyles.confirm}>
      <p role="status">
        {t('backup.checked', { name, count: uploadCount, date: formatDate(createdAt) })} {t('backup.checked.merge')}
      </p>
      {isUnsealed && (
        <p>
          <strong>{t('backup.checked.unencrypted')}</strong>
        </p>
      )}
      {going > 0 && <p>{t('backup.checked.retention', { count: going })}</p>}
      <label className={styles.check}>
        <input type="checkbox" checked={takesSettings} onChange={() => setTakesSettings(!takesSettings)} />
        {t('backup.settings')}
      </label>
      <div className="actions">
        <button ref={confirm} type="button" className="button button--primary" onClick={() => onRestore(takesSettings)}>
          {t('backup.confirm', { count: uploadCount })}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {t('backup.cancel')}
        </button>
      </div>
    </div>
  );
}
