import { useEffect, useMemo, useState } from 'react';
import { mayPass, type RecognitionFailure } from '../../../contract/failure';
import type { Recognition } from '../../../contract/recognition';
import type { StoredCorrections } from '../../../uploads/upload';
import type { UploadHistory } from '../../../uploads/upload-history';
import { useStore } from '../../base/store/store';
import type { Job } from '../../work/queue/job';
import { acceptStored, type PictureSource } from '../../work/queue/picture-source';
import { useServices } from '../../work/session/services';

/** A picture with what is known of it, wherever that comes from: the running queue or the history. */
export interface PresentEntry {
  readonly phase: 'present';
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly note: string;
  readonly picture: PictureSource;
  /** null while the picture waits or is read, and when that failed. */
  readonly recognition: Recognition | null;
  /** What the history holds of corrections by hand to this reading. */
  readonly corrections: StoredCorrections | null;
  /** Shared by pictures that came in together; null for a picture that came alone. */
  readonly batchId: string | null;
  /** Why it could not be read the last time, as the history knows; null otherwise. */
  readonly failure: RecognitionFailure | null;
  /** null when the picture was read before this page was opened. */
  readonly job: Job | null;
}

export type Entry =
  | { readonly phase: 'loading' }
  | { readonly phase: 'missing' }
  | { readonly phase: 'unavailable'; readonly failure: RecognitionFailure }
  | PresentEntry;

/** The last entry that was present stays while the history is asked. */
interface ShownEntry {
  readonly of: PresentEntry;
  readonly entry: PresentEntry;
}

async function loadEntry(history: UploadHistory, id: string): Promise<Entry> {
  const [upload, picture, reading] = await Promise.all([history.find(id), history.picture(id), history.reading(id)]);
  for (const result of [upload, picture, reading]) {
    if (!result.ok) {
      return { phase: 'unavailable', failure: result.failure };
    }
  }
  if (upload.ok && upload.value?.failure?.kind === 'never-saved') {
    return { phase: 'unavailable', failure: upload.value.failure };
  }
  if (!upload.ok || !upload.value || !picture.ok || !picture.value) {
    return { phase: 'missing' };
  }
  const accepted = await acceptStored(picture.value);
  return {
    phase: 'present',
    name: upload.value.name,
    picture: { accept: async () => accepted },
    recognition: reading.ok ? (reading.value?.recognition ?? null) : null,
    corrections: reading.ok ? (reading.value?.corrections ?? null) : null,
    job: null,
    createdAt: upload.value.createdAt,
    note: upload.value.note ?? '',
    batchId: upload.value.batchId,
    failure: upload.value.failure,
  };
}

/** The entry with the given id. A stored picture that was never read, e.g. because the tab was closed, is read now. */
export function useEntry(id: string): Entry {
  const { history, queue } = useServices();
  const job = useStore(queue.state).jobs.get(id) ?? null;
  const [stored, setStored] = useState<Entry>({ phase: 'loading' });
  // What was loaded before the reading was kept holds an older reading, or none.
  const [loadedWith, setLoadedWith] = useState<Recognition | null>(null);
  const [shown, setShown] = useState<ShownEntry | null>(null);
  const hasJob = job !== null;
  const isInHistory = !job?.incoming;
  const kept = job?.state.phase === 'done' && job.state.isKept ? job.state.recognition : null;

  useEffect(() => {
    let current = true;
    const load = async () => {
      const entry = await loadEntry(history, id);
      if (!current) {
        return;
      }
      setStored(entry);
      setLoadedWith(kept);
      if (entry.phase === 'present' && isToBeRead(entry) && !hasJob) {
        queue.read(id, { id, name: entry.name, createdAt: entry.createdAt, batchId: entry.batchId });
      }
    };
    if (isInHistory) {
      void load();
    }
    return () => {
      current = false;
    };
  }, [history, queue, id, hasJob, isInHistory, kept]);

  const entry = useMemo(() => combine(stored, job, loadedWith), [stored, job, loadedWith]);
  if (entry.phase === 'present' && entry !== shown?.of) {
    // The same picture must not be opened again only because it is read from another place now.
    setShown({ of: entry, entry: { ...entry, picture: shown?.entry.picture ?? entry.picture } });
  }
  return entry.phase === 'missing' || entry.phase === 'unavailable' ? entry : (shown?.entry ?? entry);
}

/** What was never read is read when it is opened, and what failed only if that may help. */
function isToBeRead({ recognition, failure }: PresentEntry): boolean {
  return !recognition && (!failure || mayPass(failure));
}

/** @param loadedWith the reading that was in the history already when the entry was loaded from there */
function combine(stored: Entry, job: Job | null, loadedWith: Recognition | null): Entry {
  if (!job) {
    return stored;
  }
  const read = job.state.phase === 'done' ? job.state : null;
  if (stored.phase === 'present') {
    const isStoredBetter = read?.isKept && read.recognition === loadedWith && stored.recognition;
    return isStoredBetter
      ? { ...stored, job }
      : { ...stored, job, recognition: read?.recognition ?? null, corrections: null };
  }
  const { name, incoming, batchId, createdAt } = job;
  const recognition = read?.recognition ?? null;
  const known = { name, createdAt, note: '', batchId };
  return incoming
    ? { phase: 'present', ...known, picture: incoming, recognition, corrections: null, failure: null, job }
    : stored;
}
