import { useCallback, useEffect, useRef, useState } from 'react';
import type { RecognitionFailure } from '../../../contract/failure';
import { useServices } from '../../work/session/services';
import type { ExportFormat } from './export-pictures';
import type { ExportedUpload } from './load-exported';

export type ExportState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'working'; readonly done: number; readonly total: number }
  | { readonly phase: 'saved'; readonly name: string }
  | { readonly phase: 'copied' | 'denied'; readonly count: number }
  | { readonly phase: 'failed'; readonly failure: RecognitionFailure };

export interface Exporting {
  readonly state: ExportState;
  readonly save: (uploads: readonly ExportedUpload[], format: ExportFormat) => Promise<void>;
  readonly copy: (uploads: readonly ExportedUpload[]) => Promise<void>;
  readonly cancel: () => void;
}

/** Takes pictures and numbers out of the app, and tells how that goes. What it needs is loaded with the first use. */
export function useExport(): Exporting {
  const { history } = useServices();
  const [state, setState] = useState<ExportState>({ phase: 'idle' });
  const running = useRef<AbortController | null>(null);

  const cancel = useCallback(() => {
    running.current?.abort();
    setState({ phase: 'idle' });
  }, []);
  useEffect(() => () => running.current?.abort(), []);

  const save = useCallback(
    async (uploads: readonly ExportedUpload[], format: ExportFormat) => {
      running.current?.abort();
      const abort = new AbortController();
      running.current = abort;
      const total = uploads.length;
      setState({ phase: 'working', done: 0, total });
      const [{ exportPictures }, { saveFile }] = await Promise.all([
        import('./export-pictures'),
        import('../../base/browser/save-file'),
      ]);
      const onProgress = (done: number) => !abort.signal.aborted && setState({ phase: 'working', done, total });
      try {
        const file = await exportPictures(history, uploads, format, { onProgress, signal: abort.signal });
        if (file.ok) {
          saveFile(file.value.name, file.value.blob);
        }
        setState(file.ok ? { phase: 'saved', name: file.value.name } : { phase: 'failed', failure: file.failure });
      } catch (error) {
        if (!abort.signal.aborted) {
          setState({ phase: 'failed', failure: { kind: 'unexpected', detail: String(error) } });
        }
      }
    },
    [history],
  );

  const copy = useCallback(
    async (uploads: readonly ExportedUpload[]) => {
      const { copyNumbers } = await import('./copy-numbers');
      const result = await copyNumbers(history, uploads);
      setState(
        result.ok ? { phase: result.value, count: uploads.length } : { phase: 'failed', failure: result.failure },
      );
    },
    [history],
  );

  return { state, save, copy, cancel };
}
