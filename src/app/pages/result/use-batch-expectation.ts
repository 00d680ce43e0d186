import { useEffect, useState } from 'react';
import type { Expectation } from '../../../contract/expectation';
import { CORRECTIONS_VERSION, correctedReading, withExpectation } from '../../../corrections/corrections';
import { storedCorrections } from '../../../corrections/stored-corrections';
import { summarizeFixed } from '../../../corrections/summarize-fixed';
import type { UploadHistory } from '../../../uploads/upload-history';
import { t } from '../../base/i18n/i18n';
import { useHistoryRevision } from '../../work/history/use-history';
import { useServices } from '../../work/session/services';

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
    const uploads = await history.listBatch(batchId);
    let count = 0;
    for (const { id } of uploads.ok ? uploads.value : []) {
      count += (await expectIn(history, id, expectation)) ? 1 : 0;
    }
    setDone({ expectation, count });
    announcement.set(t('expect.batch.done', { count }));
  };
  return { size, done, expectInAll };
}

/** @returns whether the picture has a reading to expect something of */
async function expectIn(history: UploadHistory, id: string, expectation: Expectation): Promise<boolean> {
  const reading = await history.reading(id);
  if (!reading.ok || !reading.value) {
    return false;
  }
  const { recognition, corrections: stored } = reading.value;
  const corrections = withExpectation(storedCorrections(recognition, stored), expectation);
  const summary = summarizeFixed(correctedReading(recognition, corrections), corrections);
  const saved = await history.saveCorrections(id, { version: CORRECTIONS_VERSION, value: corrections }, summary);
  return saved.ok;
}
