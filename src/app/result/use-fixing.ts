import { useMemo, useRef, useState } from 'react';
import type { RecognitionFailure } from '../../contract/failure';
import type { Recognition } from '../../contract/recognition';
import {
  CORRECTIONS_VERSION,
  type Corrections,
  correctedReading,
  noCorrections,
  redo,
  storedCorrections,
  undo,
  withEdit,
  withExpectation,
} from '../../corrections/corrections';
import type { Edit } from '../../corrections/edit';
import type { Expectation } from '../../corrections/expectations';
import type { FixedReading } from '../../corrections/fixed-reading';
import { summarizeFixed } from '../../corrections/summarize-fixed';
import type { StoredCorrections } from '../../history/upload';
import { useServices } from '../state/services';

/** A reading that can be corrected. Every change is in the history at once. */
export interface Fixing {
  readonly reading: FixedReading;
  readonly corrections: Corrections;
  /** Each returns the reading after it. */
  readonly edit: (edit: Edit) => FixedReading;
  readonly undo: () => FixedReading;
  readonly redo: () => FixedReading;
  readonly expect: (expectation: Expectation) => void;
  /** Why the last change is not in the history; null when it is. */
  readonly failure: RecognitionFailure | null;
}

export function useFixing(id: string, recognition: Recognition, stored: StoredCorrections | null): Fixing {
  const [changed, setChanged] = useState<Corrections | null>(null);
  const { save, failure } = useSaving(id);
  const loaded = useMemo(() => storedCorrections(recognition, stored), [recognition, stored]);
  // The same reading may come from the queue first and from the history later; what was done meanwhile stays.
  const corrections = changed && changed.base === loaded.base ? changed : loaded;
  const reading = useMemo(() => correctedReading(recognition, corrections), [recognition, corrections]);
  // Two changes may come before the next render.
  const latest = useRef(corrections);
  latest.current = corrections;

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
    failure,
  };
}

/** Saves one after the other, so that the last one wins. */
function useSaving(id: string) {
  const { history, queue } = useServices();
  const [failure, setFailure] = useState<RecognitionFailure | null>(null);
  const last = useRef<Promise<void>>(Promise.resolve());

  const save = (recognition: Recognition, corrections: Corrections, reading: FixedReading) => {
    const none = noCorrections(recognition);
    const isUntouched = JSON.stringify(corrections) === JSON.stringify(none);
    const stored = isUntouched ? null : { version: CORRECTIONS_VERSION, value: corrections };
    last.current = last.current.then(async () => {
      // The reading itself may still be on its way into the history.
      await queue.settled([id]);
      const saved = await history.saveCorrections(id, stored, summarizeFixed(reading, corrections));
      setFailure(saved.ok ? null : saved.failure);
    });
  };
  return { save, failure };
}
