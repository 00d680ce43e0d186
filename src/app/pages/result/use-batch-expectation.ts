import { useEffect, useState } from 'react';
import type { Expectation } from '../../../contract/expectation';
import { withExpectation } from '../../../corrections/corrections';
import { t } from '../../base/i18n/i18n';
import { useHistoryRevision } from '../../work/history/use-history';
import { useServices } from '../../work/session/services';
import { changeInAll } from './change-in-all';

/** Expecting the same in every picture of a batch that has been read. */
export interface BatchExpectation {
  /** How many pictures of the batch have been read. */
  readonly size: number;
  /** The last expectation that was laid on the whole batch, and how many pictures it was. */
  readonly done: { readonly expectation: Expectation; readonly count: number } | null;
  readonly expectInAll: (expectation: Expectation) => Promise<void>;
}

/** @returns null for a picture that came alone */
export function useBatchExpectation(batchId: string | null): BatchExpectation | null {
  const { history, announcement } = useServices();
  const revision = useHistoryRevision();
  const [size, setSize] = useState(0);
  const [done, setDone] = useState<BatchExpectation['done']>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a picture that has just been read changes the history
  useEffect(() => {
    let current = true;
    const count = async () => {
      const uploads = batchId === null ? null : await history.listBatch(batchId);
      if (current) setSize(uploads?.ok ? uploads.value.filter(({ reading }) => reading).length : 0);
    };
    void count();
    return () => {
      current = false;
    };
  }, [history, batchId, revision]);

  if (batchId === null) {
    return null;
  }
  const expectInAll = async (expectation: Expectation) => {
    const count = await changeInAll(history, batchId, (_, corrections) => withExpectation(corrections, expectation));
    setDone({ expectation, count });
    announcement.set(t('expect.batch.done', { count }));
  };
  return { size, done, expectInAll };
}
