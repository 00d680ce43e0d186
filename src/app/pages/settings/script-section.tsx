import { useId, useState } from 'react';
import type { RecognitionFailure } from '../../../contract/failure';
import { DEFAULT_SCRIPT, type ScriptChoice } from '../../../contract/numeral-scripts';
import { formatBytes } from '../../base/i18n/format-bytes';
import { t } from '../../base/i18n/i18n';
import { localFailureWords } from '../../base/i18n/local-failure';
import { useStore } from '../../base/store/store';
import sectionStyles from '../../parts/page/section.module.css';
import { ScriptOptions } from '../../parts/scripts/script-options';
import { SCRIPTS_BYTES } from '../../work/queue/script-wish';
import { useServices } from '../../work/session/services';
import menuStyles from './language-section.module.css';

/** Which numeral script new pictures are read in, and what the reader of other scripts than Latin costs. */
export function ScriptSection() {
  const { settings, preparation } = useServices();
  const { script, hasScripts } = useStore(settings.state);
  const loaded = useStore(preparation.extra);
  const [failure, setFailure] = useState<RecognitionFailure | null>(null);
  const id = useId();
  const load = async (wanted: ScriptChoice) => {
    setFailure(null);
    const prepared = await preparation.prepare();
    const fetched = prepared.ok ? await preparation.fetchScripts(wanted) : prepared;
    setFailure(fetched.ok ? null : fetched.failure);
  };
  const choose = (wanted: ScriptChoice) => {
    settings.change({ script: wanted });
    setFailure(null);
    if (wanted !== 'auto' && wanted !== DEFAULT_SCRIPT) void load(wanted);
  };
  const size = formatBytes(SCRIPTS_BYTES);
  return (
    <section className={`sheet ${sectionStyles.section}`} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className={sectionStyles.title}>
        {t('settings.script')}
      </h2>
      <p id={`${id}-words`}>{t('settings.script.words')}</p>
      <select
        className={`control ${menuStyles.menu}`}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-words`}
        value={script}
        onChange={(event) => choose(event.target.value as ScriptChoice)}
      >
        <ScriptOptions />
      </select>
      {loaded && (
        <progress value={loaded.loadedBytes} max={loaded.totalBytes} aria-label={t('settings.script.loading')} />
      )}
      <p role="status" className={sectionStyles.note}>
        {failure
          ? localFailureWords(failure).title
          : t(hasScripts ? 'settings.script.loaded' : 'settings.script.missing', { size })}
      </p>
      {!hasScripts && !loaded && script !== DEFAULT_SCRIPT && (
        <button type="button" className="button" onClick={() => void load(script)}>
          {failure ? t('shell.retry') : t('settings.script.load', { size })}
        </button>
      )}
    </section>
  );
}
