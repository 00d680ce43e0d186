import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Expectation } from '../../../contract/expectation';
import type { RecognitionFailure } from '../../../contract/failure';
import type { Recognition } from '../../../contract/recognition';
import type { Result } from '../../../contract/result';
import {
  CORRECTIONS_VERSION,
  type Corrections,
  correctedReading,
  noCorrections,
  redo,
  undo,
  withEdit,
  withExpectation,
} from '../../../corrections/corrections';
import type { Edit } from '../../../corrections/edit';
import type { FixedReading } from '../../../corrections/fixed-reading';
import { storedCorrections } from '../../../corrections/stored-corrections';
import { summarizeFixed } from '../../../corrections/summarize-fixed';
import type { StoredCorrections } from '../../../uploads/upload';
import type { AskedReading } from '../../work/queue/job';
import { useServices } from '../../work/session/services';

/** A reading that can be corrected. Every change is in the history at once. */
export interface Fixing {
  readonly reading: FixedReading;
  readonly corrections: Corrections;
  /** Each returns the reading after it. */
  readonly edit: (edit: Edit) => FixedReading;
  readonly undo: () => FixedReading;
  readonly redo: () => FixedReading;
  readonly expect: (expectation: Expectation) => void;
  /**
   * Reads the picture once more, with what is expected in mind.
   *
   * @param asked what is to be done otherwise than before
   */
  readonly readAgain: (asked?: AskedReading) => void;
  /** Why the last change is not in the history; null when it is. */
  readonly failure: RecognitionFailure | null;
  /** The last change is on its way into the history. */
  readonly isSaving: boolean;
}

export function useFixing(id: string, recognition: Recognition, stored: StoredCorrections | null): Fixing {
  const [changed, setChanged] = useState<Corrections | null>(null);
  const { history, queue } = useServices();
  const { save, saved, failure, isSaving } = useSaving(id);
  const loaded = useMemo(() => storedCorrections(recognition, stored), [recognition, stored]);
  // The same reading may come from the queue first and from the history later; what was done meanwhile stays.
  const corrections = changed && changed.base === loaded.base ? changed : loaded;
  const reading = useMemo(() => correctedReading(recognition, corrections), [recognition, corrections]);
  // Two changes may come before the next render.
  const latest = useRef(corrections);
  useLayoutEffect(() => {
    latest.current = corrections;
  }, [corrections]);

  const change = (next: Corrections) => {
    const after = correctedReading(recognition, next);
    if (next !== latest.current) {
      latest.current = next;
      setChanged(next);
      save(recognition, next, after);
    }
    return after;
  };
  return {
    reading,
    corrections,
    edit: (edit) => change(withEdit(recognition, latest.current, edit)),
    undo: () => change(undo(latest.current)),
    redo: () => change(redo(latest.current)),
    expect: (expectation) => change(withExpectation(latest.current, expectation)),
    readAgain: (asked) => {
      void saved().then(async () => {
        const upload = await history.find(id);
        if (upload.ok && upload.value) queue.read(id, upload.value, asked);
      });
    },
    failure,
    isSaving,
  };
}

/** Saves at once; of the changes that come while one is being saved, only the last needs to be. */
function useSaving(id: string) {
  const { history, queue } = useServices();
  const [failure, setFailure] = useState<RecognitionFailure | null>(null);
  const [isSaving, setSaving] = useState(false);
  const isRunning = useRef(false);
  const running = useRef(Promise.resolve());
  const waiting = useRef<(() => Promise<Result<void>>) | null>(null);

  const run = async () => {
    isRunning.current = true;
    setSaving(true);
    // The reading itself may still be on its way into the history.
    await queue.settled([id]);
    while (waiting.current) {
      const write = waiting.current;
      waiting.current = null;
      const saved = await write();
      setFailure(saved.ok ? null : saved.failure);
    }
    isRunning.current = false;
    setSaving(false);
  };

  const save = (recognition: Recognition, corrections: Corrections, reading: FixedReading) => {
    const isUntouched = JSON.stringify(corrections) === JSON.stringify(noCorrections(recognition));
    const stored = isUntouched ? null : { version: CORRECTIONS_VERSION, value: corrections };
    waiting.current = () => history.saveCorrections(id, stored, summarizeFixed(reading, corrections));
    if (!isRunning.current) {
      running.current = run();
    }
  };
  /** Resolves when the last change is in the history, or could not be brought there. */
  const saved = () => running.current;
  return { save, saved, failure, isSaving };
}
