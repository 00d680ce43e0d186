import { Pause, Play, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import { formatTimeLeft } from '../../base/i18n/format-time-left';
import { t } from '../../base/i18n/i18n';
import { useStore } from '../../base/store/store';
import type { Run } from '../../work/queue/job';
import { useServices } from '../../work/session/services';
import { useMilestones } from '../page/use-milestones';
import styles from './run-progress.module.css';

/** One thin line under the top bar while pictures are read: how many, how long yet, and ways to pause and stop. */
export function RunProgress() {
  const { queue } = useServices();
  const { run, jobs } = useStore(queue.state);
  const [location] = useLocation();
  const isMany = run !== null && run.total > 1;
  useMilestones(run ? run.position - 1 : 0, run?.total ?? 0, isMany ? runWords(run) : null);
  useEndWords(isMany ? run.total : 0, run === null && !location.startsWith('/batch/'));
  // A single picture shows its own progress where its result will stand.
  if (!run || (run.total === 1 && location === `/result/${run.currentId}`)) {
    return null;
  }
  const batchId = [...jobs.values()].find((job) => job.batchId !== null && job.state.phase === 'waiting')?.batchId;
  const batch = batchId ? `/batch/${batchId}` : null;
  return (
    <div className={styles.run}>
      <progress value={run.position - 1} max={run.total} aria-label={t('shell.run.progress')} />
      <div className={styles.words}>
        <span>{runWords(run)}</span>
        <span className={styles.time}>{timeWords(run)}</span>
        <span className={styles.actions}>
          {batch && location !== batch && (
            <Link href={batch} className="button button--quiet">
              {t('shell.run.show')}
            </Link>
          )}
          {run.isPaused ? (
            <button type="button" className="button button--quiet" onClick={() => queue.resume()}>
              <Play size={20} aria-hidden />
              {t('shell.run.resume')}
            </button>
          ) : (
            run.total > 1 && (
              <button type="button" className="button button--quiet" onClick={() => queue.pause()}>
                <Pause size={20} aria-hidden />
                {t('shell.run.pause')}
              </button>
            )
          )}
          <button type="button" className="button button--quiet" onClick={() => queue.cancel()}>
            <X size={20} aria-hidden />
            {t('shell.run.cancel')}
          </button>
        </span>
      </div>
    </div>
  );
}

/** The end of a run is said where no list says what came out. */
function useEndWords(total: number, isOver: boolean): void {
  const { announcement } = useServices();
  const last = useRef(0);
  useEffect(() => {
    if (isOver && last.current > 0) announcement.set(t('shell.run.done', { total: last.current }));
    last.current = total;
  }, [announcement, total, isOver]);
}

function runWords({ isPaused, position, total, currentId }: Run): string {
  if (isPaused && currentId === null) {
    return t('shell.run.paused', { done: position - 1, total });
  }
  return t(isPaused ? 'shell.run.pausing' : 'shell.run.reading', { position, total });
}

function timeWords({ isPaused, remainingMs }: Run): string {
  return isPaused || remainingMs === null ? '' : formatTimeLeft(remainingMs);
}
