import { useEffect, useState } from 'react';
import { requestPersistence } from '../../history/request-persistence';
import { useHistoryPlace, useHistoryRevision } from '../past/use-history';
import { formatBytes } from '../words/format-bytes';
import { t } from '../words/i18n';

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

/** How much the history takes, how much it may take, and whether the browser promised to keep it. */
export function StorageSection() {
  const place = useHistoryPlace();
  const revision = useHistoryRevision();
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

  return (
    <section className="sheet settings__section" aria-labelledby="settings-storage">
      <h2 id="settings-storage" className="settings__title">
        {t('settings.storage')}
      </h2>
      <p>{t(place === 'memory' ? 'settings.storage.memory' : 'settings.storage.device')}</p>
      {facts && (
        <dl className="facts">
          {facts.used !== null && (
            <div>
              <dt>{t('settings.storage.used')}</dt>
              <dd>
                {facts.quota === null
                  ? formatBytes(facts.used)
                  : t('settings.storage.of', { used: formatBytes(facts.used), quota: formatBytes(facts.quota) })}
                {facts.quota !== null && (
                  <meter
                    className="facts__meter"
                    min={0}
                    max={facts.quota}
                    value={facts.used}
                    aria-label={t('settings.storage.meter')}
                  />
                )}
              </dd>
            </div>
          )}
          {facts.isPersistent !== null && place === 'device' && (
            <div>
              <dt>{t('settings.storage.kept')}</dt>
              <dd>{t(facts.isPersistent ? 'settings.storage.promised' : 'settings.storage.unsafe')}</dd>
            </div>
          )}
        </dl>
      )}
      {facts?.isPersistent === false && place === 'device' && (
        <button type="button" className="button" onClick={() => void persist()}>
          {t('settings.storage.ask')}
        </button>
      )}
      <p role="status" className="settings__note">
        {isRefused && facts?.isPersistent === false && t('settings.storage.refused')}
      </p>
    </section>
  );
}
