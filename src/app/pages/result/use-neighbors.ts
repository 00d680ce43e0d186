import { useEffect, useState } from 'react';
import type { Upload } from '../../../uploads/upload';
import { asTheyCame, newestFirst } from '../../../uploads/upload-order';
import type { Job } from '../../work/queue/job';
import { useServices } from '../../work/session/services';

/** Where a picture stands among those that it belongs to. */
export interface Neighbors {
  /** 1 for the first. */
  readonly position: number;
  readonly total: number;
  readonly previousId: string | null;
  readonly nextId: string | null;
}

/**
 * The pictures before and after one: in its batch in the order they came, or in the history, newest first.
 *
 * @returns null while that is not known, and for the only picture
 */
export function useNeighbors(id: string, batchId: string | null): Neighbors | null {
  const { history, queue } = useServices();
  const [ids, setIds] = useState<readonly string[]>([]);

  useEffect(() => {
    let current = true;
    const load = async () => {
      const list = batchId === null ? await history.list() : await history.listBatch(batchId);
      if (current) {
        const jobs = [...queue.state.get().jobs.values()];
        setIds(
          inOrder(
            list.ok ? list.value : [],
            jobs.filter((job) => batchId === null || job.batchId === batchId),
            batchId === null ? newestFirst : asTheyCame,
          ),
        );
      }
    };
    void load();
    return () => {
      current = false;
    };
  }, [history, queue, batchId]);

  const at = ids.indexOf(id);
  if (at < 0 || ids.length < 2) {
    return null;
  }
  return { position: at + 1, total: ids.length, previousId: ids[at - 1] ?? null, nextId: ids[at + 1] ?? null };
}

/** Also those that are not in the history yet. */
function inOrder(stored: readonly Upload[], jobs: readonly Job[], compare: typeof newestFirst): readonly string[] {
  const known = new Set(stored.map((upload) => upload.id));
  const isOnTheWay = (job: Job) => !known.has(job.id) && job.state.phase !== 'failed';
  const all: readonly (Upload | Job)[] = [...stored, ...jobs.filter(isOnTheWay)];
  return [...all].sort(compare).map((upload) => upload.id);
}
