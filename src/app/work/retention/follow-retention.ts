import type { Upload } from '../../../uploads/upload';
import { type Retention, retentionOf } from '../../base/settings/settings';
import type { ReadingQueue } from '../queue/reading-queue';
import type { Services } from '../session/services';
import { beyondRetention } from './plan-retention';

type KeepingParts = Pick<Services, 'history' | 'queue' | 'settings' | 'session'>;

/**
 * Keeps no more of the history than the person wants: when it is opened, and after each run of the reader. What is
 * looked at stays, with the pictures that came in with it, and so does what is still being read.
 */
export function followRetention(parts: KeepingParts): void {
  const { history, queue, settings, session } = parts;
  let wasRunning = false;
  let wasOpen = false;
  const keepNew = () => {
    const keepsNew = chosenRetention(parts).keep !== 'nothing';
    if (keepsNew !== history.held.keepsNew) {
      void history.setKeeping(keepsNew);
    }
  };
  keepNew();
  settings.state.subscribe(keepNew);
  session.state.subscribe(keepNew);
  queue.state.subscribe(() => {
    const isRunning = queue.state.get().run !== null;
    if (wasRunning && !isRunning) {
      void applyRetention(parts);
    }
    wasRunning = isRunning;
  });
  const atStart = () => {
    const isOpen = history.place === 'device' || history.place === 'page';
    if (isOpen && !wasOpen) {
      void applyRetention(parts);
    }
    wasOpen = isOpen;
  };
  atStart();
  history.subscribe(atStart);
}

/** Deletes for good what is beyond the person's choice. @returns how many uploads went */
export async function applyRetention(parts: KeepingParts): Promise<number> {
  const { history, queue } = parts;
  const retention = chosenRetention(parts);
  if (retention.keep === 'everything') {
    return 0;
  }
  const listed = await history.list();
  if (!listed.ok) {
    return 0;
  }
  const isSpared = spared(listed.value, queue, window.location.hash);
  const over = beyondRetention(listed.value, retention, Date.now(), isSpared);
  // With nothing kept, what this page has read is in its memory, and goes with it.
  const ids = over.map((upload) => upload.id).filter((id) => !history.held.holds(id));
  if (ids.length === 0 || !(await history.remove(ids)).ok) {
    return 0;
  }
  queue.forget(...ids);
  return ids.length;
}

function chosenRetention({ settings, session }: Pick<Services, 'settings' | 'session'>): Retention {
  return retentionOf(settings.state.get(), session.profile?.id ?? '');
}

/** @param hash where the page is */
function spared(uploads: readonly Upload[], queue: ReadingQueue, hash: string): (upload: Upload) => boolean {
  const [, resultId] = hash.match(/^#\/result\/([^/?]+)/) ?? [];
  const [, shownBatch] = hash.match(/^#\/batch\/([^/?]+)/) ?? [];
  const batches = new Set([shownBatch, uploads.find((upload) => upload.id === resultId)?.batchId]);
  const busy = new Set<string>();
  for (const job of queue.state.get().jobs.values()) {
    if (job.state.phase === 'waiting' || job.state.phase === 'reading') {
      busy.add(job.id);
      batches.add(job.batchId ?? undefined);
    }
  }
  return ({ id, batchId }) => id === resultId || busy.has(id) || (batchId !== null && batches.has(batchId));
}
