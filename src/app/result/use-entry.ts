import { useEffect, useState } from 'react';
import type { RecognitionFailure } from '../../contract/failure';
import type { Recognition } from '../../contract/recognition';
import type { UploadHistory } from '../../history/upload-history';
import type { Job } from '../reading/job';
import { useServices } from '../state/services';
import { useStore } from '../state/store';

/** A picture with what is known of it, wherever that comes from: the running queue or the history. */
export interface PresentEntry {
  readonly phase: 'present';
  readonly name: string;
  readonly picture: Blob;
  /** null while the picture waits or is read, and when that failed. */
  readonly recognition: Recognition | null;
  /** null when the picture was read before this page was opened. */
  readonly job: Job | null;
}

export type Entry =
  | { readonly phase: 'loading' }
  | { readonly phase: 'missing' }
  | { readonly phase: 'unavailable'; readonly failure: RecognitionFailure }
  | PresentEntry;

interface StoredEntry extends PresentEntry {
  readonly createdAt: number;
}

async function loadEntry(history: UploadHistory, id: string): Promise<Exclude<Entry, PresentEntry> | StoredEntry> {
  const [upload, picture, reading] = await Promise.all([history.find(id), history.picture(id), history.reading(id)]);
  for (const result of [upload, picture, reading]) {
    if (!result.ok) {
      return { phase: 'unavailable', failure: result.failure };
    }
  }
  if (!upload.ok || !upload.value || !picture.ok || !picture.value) {
    return { phase: 'missing' };
  }
  return {
    phase: 'present',
    name: upload.value.name,
    picture: new Blob([picture.value.bytes], { type: picture.value.mime }),
    recognition: reading.ok ? (reading.value?.recognition ?? null) : null,
    job: null,
    createdAt: upload.value.createdAt,
  };
}

/** The entry with the given id. A stored picture that was never read, e.g. because the tab was closed, is read now. */
export function useEntry(id: string): Entry {
  const { history, queue } = useServices();
  const job = useStore(queue.state).jobs.get(id) ?? null;
  const [stored, setStored] = useState<Exclude<Entry, PresentEntry> | StoredEntry>({ phase: 'loading' });
  const isStored = job === null;

  useEffect(() => {
    let current = true;
    const load = async () => {
      const entry = await loadEntry(history, id);
      if (!current) {
        return;
      }
      setStored(entry);
      if (entry.phase === 'present' && !entry.recognition) {
        const file = new File([entry.picture], entry.name, { type: entry.picture.type });
        queue.read(id, { file, createdAt: entry.createdAt });
      }
    };
    if (isStored) {
      void load();
    }
    return () => {
      current = false;
    };
  }, [history, queue, id, isStored]);

  if (!job) {
    return stored;
  }
  const recognition = job.state.phase === 'done' ? job.state.recognition : null;
  return { phase: 'present', name: job.file.name, picture: job.file, recognition, job };
}
