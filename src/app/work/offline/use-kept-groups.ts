import { useCallback, useEffect, useState } from 'react';
import { FILE_GROUPS } from '../../../contract/shipped-file';
import type { KeepFailure, KeptGroup } from '../../../service-worker/messages';
import { activeServiceWorker, askServiceWorker } from './ask-service-worker';

export type KeepingState =
  | { readonly phase: 'idle' | 'done' | 'dropping' | 'dropped' }
  | { readonly phase: 'loading'; readonly keptBytes: number; readonly totalBytes: number }
  | { readonly phase: 'failed'; readonly failure: KeepFailure };

/** What is on the device, and how to have all of it there or only what the app needs to open. */
export function useKeptGroups(isOnDevice: boolean) {
  const [groups, setGroups] = useState<readonly KeptGroup[] | null>(null);
  const [state, setState] = useState<KeepingState>({ phase: 'idle' });

  const look = useCallback(async () => {
    const worker = await activeServiceWorker();
    setGroups(worker && (await askServiceWorker(worker, 'check', null)));
  }, []);

  useEffect(() => {
    if (isOnDevice) void look();
  }, [isOnDevice, look]);

  const keepAll = async () => {
    setState({ phase: 'loading', keptBytes: 0, totalBytes: 0 });
    const worker = await activeServiceWorker();
    const all = FILE_GROUPS.map(({ id }) => id);
    const kept =
      worker &&
      (await askServiceWorker(worker, 'keep', all, (keptBytes, totalBytes) => {
        setState({ phase: 'loading', keptBytes, totalBytes });
      }));
    await look();
    // A service worker that says nothing was ended in the middle of it.
    setState(kept?.ok ? { phase: 'done' } : { phase: 'failed', failure: kept?.failure ?? 'unreachable' });
  };

  const drop = async () => {
    setState({ phase: 'dropping' });
    const worker = await activeServiceWorker();
    if (worker) await askServiceWorker(worker, 'drop', null);
    await look();
    setState({ phase: 'dropped' });
  };

  return { groups, state, keepAll, drop };
}
