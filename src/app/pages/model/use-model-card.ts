import { useCallback, useEffect, useState } from 'react';
import type { Result } from '../../../contract/result';
import { loadModelCard, type ModelCard } from './load-model-card';

/** The page's figures; null while they are loading. `retry` asks again after a failure. */
export function useModelCard(): { readonly card: Result<ModelCard> | null; readonly retry: () => void } {
  const [card, setCard] = useState<Result<ModelCard> | null>(null);
  const [attempt, setAttempt] = useState(1);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is what loads again
  useEffect(() => {
    const abort = new AbortController();
    setCard(null);
    loadModelCard(abort.signal).then(setCard, (error: unknown) => {
      if (!abort.signal.aborted) {
        throw error;
      }
    });
    return () => abort.abort();
  }, [attempt]);

  return { card, retry: useCallback(() => setAttempt((last) => last + 1), []) };
}
