import { useState } from 'react';
import type { Box } from '../../../contract/image';
import type { Recognition } from '../../../contract/recognition';
import { CORRECTIONS_VERSION, type Corrections, correctedReading, withEdit } from '../../../corrections/corrections';
import { scaledBox } from '../../../corrections/leave-out';
import { storedCorrections } from '../../../corrections/stored-corrections';
import { summarizeFixed } from '../../../corrections/summarize-fixed';
import { t } from '../../base/i18n/i18n';
import { useServices } from '../../work/session/services';

/** A picture as it was before something was left out of it. */
interface Before {
  readonly id: string;
  readonly recognition: Recognition;
  readonly corrections: Corrections;
}

/** Leaving the same part out of all pictures of the same sheet, which came in together. */
export interface LeaveOutInAll {
  /** The other pictures that it was left out of the last time; null when it was not, or is undone. */
  readonly count: number | null;
  readonly leaveOut: (box: Box) => Promise<void>;
  readonly undo: () => Promise<void>;
}

/** @returns null for a picture that came alone */
export function useLeaveOut(id: string, batchId: string | null, size: Recognition): LeaveOutInAll | null {
  const { history, announcement } = useServices();
  const [done, setDone] = useState<readonly Before[] | null>(null);
  if (batchId === null) return null;

  const save = async ({ id: other, recognition }: Before, corrections: Corrections) => {
    const summary = summarizeFixed(correctedReading(recognition, corrections), corrections);
    await history.saveCorrections(other, { version: CORRECTIONS_VERSION, value: corrections }, summary);
  };
  const leaveOut = async (box: Box) => {
    const list = await history.listBatch(batchId);
    const before: Before[] = [];
    for (const upload of list.ok ? list.value : []) {
      const stored = upload.id === id ? null : await history.reading(upload.id);
      if (!stored?.ok || !stored.value) continue;
      const { recognition } = stored.value;
      const corrections = storedCorrections(recognition, stored.value.corrections);
      const picture = { id: upload.id, recognition, corrections };
      await save(
        picture,
        withEdit(recognition, corrections, { kind: 'leave-out', box: scaledBox(box, size, recognition) }),
      );
      before.push(picture);
    }
    setDone(before);
    announcement.set(t('leaveOut.done', { count: before.length + 1 }));
  };
  const undo = async () => {
    for (const picture of done ?? []) await save(picture, picture.corrections);
    setDone(null);
    announcement.set(t('leaveOut.undone'));
  };
  return { count: done?.length ?? null, leaveOut, undo };
}
