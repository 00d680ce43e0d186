import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { RecognitionFailure } from '../../contract/failure';
import type { Upload } from '../../history/upload';
import type { HistoryPlace } from '../../history/upload-history';
import { useServices } from '../state/services';

export type UploadList =
  | { readonly phase: 'loading' }
  | { readonly phase: 'ready'; readonly uploads: readonly Upload[] }
  | { readonly phase: 'failed'; readonly failure: RecognitionFailure };

export function useHistoryPlace(): HistoryPlace {
  const { history } = useServices();
  const subscribe = useCallback((listener: () => void) => history.subscribe(listener), [history]);
  return useSyncExternalStore(subscribe, () => history.place);
}

/** Grows with every change of the history. */
export function useHistoryRevision(): number {
  const { history } = useServices();
  const subscribe = useCallback((listener: () => void) => history.subscribe(listener), [history]);
  return useSyncExternalStore(subscribe, () => history.revision);
}

/** The rows of the history, kept up to date, also with what other tabs did while this one was hidden. */
export function useUploads(): UploadList {
  const { history } = useServices();
  const revision = useHistoryRevision();
  const [list, setList] = useState<UploadList>({ phase: 'loading' });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision is what says that the list is another one
  useEffect(() => {
    let current = true;
    const load = async () => {
      const result = await history.list();
      if (current) {
        setList(result.ok ? { phase: 'ready', uploads: result.value } : { phase: 'failed', failure: result.failure });
      }
    };
    const loadWhenShown = () => {
      if (document.visibilityState === 'visible') {
        void load();
      }
    };
    void load();
    document.addEventListener('visibilitychange', loadWhenShown);
    return () => {
      current = false;
      document.removeEventListener('visibilitychange', loadWhenShown);
    };
  }, [history, revision]);

  return list;
}
