import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { requestPersistence } from '../../../uploads/request-persistence';
import { formatBytes } from '../../base/i18n/format-bytes';
import { formatDay, formatTime } from '../../base/i18n/format-date';
import { t } from '../../base/i18n/i18n';
import { useStore } from '../../base/store/store';
import sectionStyles from '../../parts/page/section.module.css';
import { useHistoryPlace, useHistoryRevision, useUploads } from '../../work/history/use-history';
import { useServices } from '../../work/session/services';
import factsStyles from './facts.module.css';

interface StorageFacts {
  /** Bytes; null where the browser does not tell. */
  readonly used: number | null;
  readonly quota: number | null;
  readonly isPersistent: boolean | null;
}

async function askBrowser(): Promise<StorageFacts> {
  const { storage } = navigator;
  try {
    const [estimate, isPersistent] = await Promise.all([storage?.estimate?.(), storage?.persisted?.()]);
    return { used: estimate?.usage ?? null, quota: estimate?.quota ?? null, isPersistent: isPersistent ?? null };
  } catch {
    return { used: null, quota: null, isPersistent: null };
  }
}

const PLACE_WORDS = { memory: 'storage.memory', page: 'storage.page' } as const;

/** Where the history is, how much it takes of how much, whether the browser promised to keep it, and the last backup. */
export function StorageSection() {
  const place = useHistoryPlace();
  const revision = useHistoryRevision();
  const list = useUploads();
  const { settings } = useServices();
  const { lastBackupAt } = useStore(settings.state);
  const [facts, setFacts] = useState<StorageFacts | null>(null);
  const [isRefused, setIsRefused] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the history changes what it takes
  useEffect(() => {
    let current = true;
    void askBrowser().then((answer) => current && setFacts(answer));
    return () => {
      current = false;
    };
  }, [revision]);

  const persist = async () => {
    setIsRefused(!(await requestPersistence(navigator.storage)));
    setFacts(await askBrowser());
  };
  const uploads = list.phase === 'ready' ? list.uploads : [];
  const size = uploads.reduce((sum, upload) => sum + upload.size, 0);

  return (
    <section className={`sheet ${sectionStyles.section}`} aria-labelledby="settings-storage">
      <h2 id="settings-storage" className={sectionStyles.title}>
        {t('storage.title')}
      </h2>
      <p>{t(place === 'memory' || place === 'page' ? PLACE_WORDS[place] : 'storage.device')}</p>
      <dl className={factsStyles.facts}>
        <Fact name={t('storage.count')}>
          {t('storage.countValue', { count: uploads.length, size: formatBytes(size) })}
        </Fact>
        {facts?.used != null && (
          <Fact name={t('storage.used')}>
            <Usage used={facts.used} quota={facts.quota} />
          </Fact>
        )}
        {facts?.isPersistent != null && place === 'device' && (
          <Fact name={t('storage.kept')}>{t(facts.isPersistent ? 'storage.promised' : 'storage.unsafe')}</Fact>
        )}
        <Fact name={t('storage.lastBackup')}>
          {lastBackupAt === null
            ? t('storage.never')
            : `${formatDay(lastBackupAt, Date.now())}, ${formatTime(lastBackupAt)}`}
        </Fact>
      </dl>
      <div className="actions">
        {facts?.isPersistent === false && place === 'device' && (
          <button type="button" className="button" onClick={() => void persist()}>
            {t('storage.ask')}
          </button>
        )}
        {uploads.length > 0 && (
          <Link href="/room" className="button">
            {t('storage.largest')}
          </Link>
        )}
      </div>
      <p role="status" className={sectionStyles.note}>
        {isRefused && facts?.isPersistent === false && t('storage.refused')}
      </p>
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Usage({ used, quota }: { readonly used: number; readonly quota: number | null }) {
  if (quota === null) {
    return formatBytes(used);
  }
  return (
    <>
      {t('storage.of', { used: formatBytes(used), quota: formatBytes(quota) })}
      <meter className={factsStyles.meter} min={0} max={quota} value={used} aria-label={t('storage.meter')} />
    </>
  );
}
