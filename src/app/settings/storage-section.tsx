import { useEffect, useState } from 'react';
import { requestPersistence } from '../../history/request-persistence';
import { useHistoryPlace, useHistoryRevision } from '../past/use-history';
import { formatBytes } from '../words/format-bytes';

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
        Storage
      </h2>
      <p>
        {place === 'memory'
          ? 'This browser does not let the page store anything. The history is gone when you close this page.'
          : 'Pictures and numbers are kept only in this browser on this device. Clearing site data deletes them.'}
      </p>
      {facts && (
        <dl className="facts">
          {facts.used !== null && (
            <div>
              <dt>Used</dt>
              <dd>
                {formatBytes(facts.used)}
                {facts.quota !== null && ` of ${formatBytes(facts.quota)} that the browser allows`}
                {facts.quota !== null && (
                  <meter
                    className="facts__meter"
                    min={0}
                    max={facts.quota}
                    value={facts.used}
                    aria-label="Storage used"
                  />
                )}
              </dd>
            </div>
          )}
          {facts.isPersistent !== null && place === 'device' && (
            <div>
              <dt>Kept when the disk runs low</dt>
              <dd>{facts.isPersistent ? 'Yes, the browser promised' : 'Not promised: the browser may clear it'}</dd>
            </div>
          )}
        </dl>
      )}
      {facts?.isPersistent === false && place === 'device' && (
        <button type="button" className="button" onClick={() => void persist()}>
          Ask the browser to keep it
        </button>
      )}
      <p role="status" className="settings__note">
        {isRefused &&
          facts?.isPersistent === false &&
          'The browser did not agree. It usually does once the page is bookmarked, installed or used more often.'}
      </p>
    </section>
  );
}
