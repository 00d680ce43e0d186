import { useState } from 'react';
import { DEFAULT_SCRIPT, type ScriptChoice } from '../../../contract/numeral-scripts';
import type { Recognition } from '../../../contract/recognition';
import { useServices } from '../../work/session/services';
import type { Fixing } from './use-fixing';

/** Reading the picture in another numeral script, and taking that back. */
export interface ScriptChange {
  /** What the picture was to be read with. */
  readonly asked: ScriptChoice;
  readonly choose: (script: ScriptChoice) => void;
  /** The reading from before, with all that was corrected in it; null where nothing was changed. */
  readonly undo: (() => void) | null;
}

/** @param id of the picture */
export function useScriptChange(id: string, recognition: Recognition, fixing: Fixing): ScriptChange {
  const { history, queue } = useServices();
  const [before, setBefore] = useState<ScriptChoice | null>(null);
  const asked = recognition.scriptMissed?.script ?? recognition.script ?? DEFAULT_SCRIPT;
  const takeBack = async (script: ScriptChoice) => {
    setBefore(null);
    const upload = await history.find(id);
    if (upload.ok && upload.value?.otherReading) {
      await history.swapReadings([id]);
      // The page looks into the history again.
      queue.forget(id);
    } else {
      fixing.readAgain({ script });
    }
  };
  return {
    asked,
    choose: (script) => {
      setBefore(asked);
      fixing.readAgain({ script });
    },
    undo: before === null || before === asked ? null : () => void takeBack(before),
  };
}
