import { backendReasonWords, backendWords } from '../../base/i18n/backend-words';
import { formatBytes } from '../../base/i18n/format-bytes';
import { t } from '../../base/i18n/i18n';
import { useStore } from '../../base/store/store';
import sectionStyles from '../../parts/page/section.module.css';
import { useServices } from '../../work/session/services';
import factsStyles from './facts.module.css';

/** With what this device reads, and why with that. */
export function ReaderSection() {
  const { preparation } = useServices();
  const state = useStore(preparation.state);
  return (
    <section className={`sheet ${sectionStyles.section}`} aria-labelledby="settings-reader">
      <h2 id="settings-reader" className={sectionStyles.title}>
        {t('settings.reader')}
      </h2>
      {state.phase === 'ready' ? (
        <dl className={factsStyles.facts}>
          <div>
            <dt>{t('settings.reader.runs')}</dt>
            <dd>
              {t('settings.reader.runsValue', {
                backend: backendWords(state.backend.name),
                place: t(`settings.reader.place.${state.backend.location}`),
              })}
            </dd>
          </div>
          <div>
            <dt>{t('settings.reader.why')}</dt>
            <dd>{backendReasonWords(state.backend.reason)}</dd>
          </div>
        </dl>
      ) : (
        <>
          <p role="status">
            {state.phase === 'idle' && t('settings.reader.idle')}
            {state.phase === 'loading' &&
              (state.totalBytes > 0
                ? t('settings.reader.loadingBytes', {
                    loaded: formatBytes(state.loadedBytes),
                    total: formatBytes(state.totalBytes),
                  })
                : t('settings.reader.loading'))}
            {state.phase === 'failed' && t('settings.reader.failed')}
          </p>
          {state.phase !== 'loading' && (
            <button type="button" className="button" onClick={() => void preparation.prepare()}>
              {t(state.phase === 'failed' ? 'shell.retry' : 'settings.reader.load')}
            </button>
          )}
        </>
      )}
    </section>
  );
}
