import type { KeptGroup } from '../../../service-worker/messages';
import { formatBytes } from '../../base/i18n/format-bytes';
import { t } from '../../base/i18n/i18n';
import { useStore } from '../../base/store/store';
import choicesStyles from '../../parts/page/choices.module.css';
import sectionStyles from '../../parts/page/section.module.css';
import { type KeepingState, useKeptGroups } from '../../work/offline/use-kept-groups';
import { useServices } from '../../work/session/services';
import factsStyles from './facts.module.css';

/** What of the app is on this device, and a switch that brings all of it. */
export function OfflineSection() {
  const { offline } = useServices();
  const { app } = useStore(offline);
  const { groups, state, keepAll, drop } = useKeptGroups(app === 'device');
  const isAll = groups?.every((group) => group.keptBytes === group.totalBytes) ?? false;
  const isLoading = state.phase === 'loading';
  return (
    <section className={`sheet ${sectionStyles.section}`} aria-labelledby="settings-offline">
      <h2 id="settings-offline" className={sectionStyles.title}>
        {t('offline.title')}
      </h2>
      <p>{t(`offline.app.${app}`)}</p>
      {app === 'device' && groups && (
        <>
          <dl className={factsStyles.facts}>
            {rowsOf(groups).map((group) => (
              <div key={group.id}>
                <dt>{t(`offline.group.${group.id}`)}</dt>
                <dd>{keptWords(group)}</dd>
              </div>
            ))}
          </dl>
          <label className={choicesStyles.item}>
            <input
              type="checkbox"
              checked={isLoading || (isAll && state.phase !== 'dropping')}
              disabled={isLoading}
              onChange={(event) => void (event.target.checked ? keepAll() : drop())}
            />
            {t('offline.all')}
          </label>
        </>
      )}
      {isLoading && state.totalBytes > 0 && (
        <progress value={state.keptBytes} max={state.totalBytes} aria-label={t('offline.all')} />
      )}
      <p role="status" className={sectionStyles.note}>
        {stateWords(state)}
      </p>
    </section>
  );
}

const ROWS = ['app', 'reader', 'scripts', 'plates', 'wasm', 'decoder', 'words'] as const;

type Row = Pick<KeptGroup, 'keptBytes' | 'totalBytes'> & {
  readonly id: (typeof ROWS)[number];
};

/** What everybody needs first; the languages in one row. */
function rowsOf(groups: readonly KeptGroup[]): readonly Row[] {
  const rows = ROWS.map((id) => {
    const own = groups.filter((group) => group.id === id || group.id.startsWith(`${id}-`));
    const sum = (key: 'keptBytes' | 'totalBytes') => own.reduce((total, group) => total + group[key], 0);
    return { id, keptBytes: sum('keptBytes'), totalBytes: sum('totalBytes') };
  });
  return rows.filter((row) => row.totalBytes > 0);
}

function keptWords({ keptBytes, totalBytes }: Row): string {
  const size = formatBytes(totalBytes);
  if (keptBytes === totalBytes) {
    return t('offline.kept', { size });
  }
  return keptBytes === 0 ? t('offline.missing', { size }) : t('offline.partly', { kept: formatBytes(keptBytes), size });
}

function stateWords(state: KeepingState): string {
  switch (state.phase) {
    case 'idle':
    case 'dropping':
      return '';
    case 'loading':
      return t('offline.loading', { kept: formatBytes(state.keptBytes), size: formatBytes(state.totalBytes) });
    case 'failed':
      return t(`offline.failure.${state.failure}`);
    default:
      return t(`offline.${state.phase}`);
  }
}
