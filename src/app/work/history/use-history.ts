import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { RecognitionFailure } from '../../../contract/failure';
import type { Result } from '../../../contract/result';
import type { HistoryPlace } from '../../../uploads/history-place';
import type { Upload } from '../../../uploads/upload';
import type { UploadHistory } from '../../../uploads/upload-history';
import { useServices } from '../session/services';

export type UploadList =
  | { readonly phase: 'loading' }
  | { readonly phase: 'ready'; readonly uploads: readonly Upload[] }
  | { readonly phase: 'failed'; readonly failure: RecognitionFailure };

/** Many changes in a row, as during a batch, are answered by one loading. */
const CALM_MS = 250;

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

function loadAll(history: UploadHistory): Promise<Result<readonly Upload[]>> {
  return history.list();
}

/** The rows of the history, kept up to date, also with what other tabs did while this one was hidden. */
export function useUploads(): UploadList {
  return useLoaded(loadAll);
}

/** The pictures of one batch, in the order they came. */
export function useBatchUploads(batchId: string): UploadList {
  return useLoaded(useCallback((history: UploadHistory) => history.listBatch(batchId), [batchId]));
}

function useLoaded(loadFrom: (history: UploadHistory) => Promise<Result<readonly Upload[]>>): UploadList {
  const { history } = useServices();
  const [list, setList] = useState<UploadList>({ phase: 'loading' });

  useEffect(() => {
    let current = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const load = async () => {
      const result = await loadFrom(history);
      if (current) {
        setList(result.ok ? { phase: 'ready', uploads: result.value } : { phase: 'failed', failure: result.failure });
      }
    };
    const loadSoon = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void load();
      }, CALM_MS);
    };
    const loadWhenShown = () => {
      if (document.visibilityState === 'visible') {
        void load();
      }
    };
    void load();
    const unsubscribe = history.subscribe(loadSoon);
    document.addEventListener('visibilitychange', loadWhenShown);
    return () => {
      current = false;
      clearTimeout(timer);
      unsubscribe();
      document.removeEventListener('visibilitychange', loadWhenShown);
    };
  }, [history, loadFrom]);

  return list;
}
