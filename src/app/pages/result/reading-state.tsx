import { Check, RotateCw, X } from 'lucide-react';
import { formatBytes } from '../../base/i18n/format-bytes';
import { t } from '../../base/i18n/i18n';
import type { JobState } from '../../work/queue/job';
import { useServices } from '../../work/session/services';
import { useLoadedBytes } from '../../work/session/use-loaded-bytes';
import styles from './reading-state.module.css';

const STEPS = ['prepare', 'decode', 'locate', 'classify'] as const;

/** How far the reading is, step by step; or that it was stopped. */
export function ReadingState({ id, state }: { readonly id: string; readonly state: JobState }) {
  const { queue } = useServices();
  if (state.phase === 'canceled') {
    return (
      <section className={styles.state}>
        <h2>{t('state.stopped.title')}</h2>
        <p>{t('state.stopped.words')}</p>
        <div className="actions">
          <button type="button" className="button button--primary" onClick={() => queue.read(id)}>
            <RotateCw size={20} aria-hidden />
            {t('state.readNow')}
          </button>
        </div>
      </section>
    );
  }
  const current = state.phase === 'reading' ? STEPS.indexOf(state.stage) : -1;
  return (
    <section className={styles.state} aria-busy="true">
      <h2>{t(state.phase === 'reading' ? 'state.reading' : 'state.waiting')}</h2>
      <ol className={styles.stages}>
        {STEPS.map((stage, index) => (
          <li key={stage} className={styles.stage} data-state={stageState(index, current)}>
            <span className={styles.sign}>{index < current && <Check size={16} strokeWidth={3} aria-hidden />}</span>
            <span>{t(`state.${stage}`)}</span>
            {stage === 'prepare' && index === current && <LoadedBytes />}
          </li>
        ))}
      </ol>
      <div className="actions">
        <button type="button" className="button" onClick={() => queue.cancelOnly([id])}>
          <X size={20} aria-hidden />
          {t('state.cancel')}
        </button>
      </div>
    </section>
  );
}

function stageState(index: number, current: number): 'done' | 'current' | 'ahead' {
  if (index === current) {
    return 'current';
  }
  return index < current ? 'done' : 'ahead';
}

function LoadedBytes() {
  const loaded = useLoadedBytes();
  if (!loaded) {
    return null;
  }
  return (
    <>
      <span className={styles.bytes}>
        {t('state.bytes', { loaded: formatBytes(loaded.loadedBytes), total: formatBytes(loaded.totalBytes) })}
      </span>
      <progress
        className={styles.bar}
        value={loaded.loadedBytes}
        max={loaded.totalBytes}
        aria-label={t('state.loading')}
      />
    </>
  );
}
