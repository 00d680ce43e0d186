import { useEffect, useState } from 'react';
import type { RecognitionFailure } from '../../../contract/failure';
import { failed, type Result, success } from '../../../contract/result';
import { storedCorrections } from '../../../corrections/stored-corrections';
import type { UploadHistory } from '../../../uploads/upload-history';
import { useHistoryRevision } from '../../work/history/use-history';
import { useServices } from '../../work/session/services';
import { type CorrectedPicture, type HandwritingFigures, handwritingFigures } from './handwriting-figures';

/** Figures of the pictures corrected by hand; null while they are being counted. */
export function useHandwriting(): Result<HandwritingFigures> | null {
  const { history } = useServices();
  const revision = useHistoryRevision();
  const [figures, setFigures] = useState<Result<HandwritingFigures> | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision is what says that the corrections are others
  useEffect(() => {
    let current = true;
    void countHandwriting(history).then((counted) => current && setFigures(counted));
    return () => {
      current = false;
    };
  }, [history, revision]);

  return figures;
}

async function countHandwriting(history: UploadHistory): Promise<Result<HandwritingFigures, RecognitionFailure>> {
  const uploads = await history.list();
  if (!uploads.ok) return uploads;
  const pictures: CorrectedPicture[] = [];
  // One at a time: readings hold every digit's picture, and there may be thousands.
  for (const { id, reading } of uploads.value) {
    if (!reading?.isEdited) continue;
    const stored = await history.reading(id);
    if (!stored.ok) return failed(stored.failure);
    if (!stored.value) continue;
    const { recognition } = stored.value;
    const corrections = storedCorrections(recognition, stored.value.corrections);
    if (corrections.edits.length > 0) pictures.push({ recognition, corrections });
  }
  return success(handwritingFigures(pictures));
}
