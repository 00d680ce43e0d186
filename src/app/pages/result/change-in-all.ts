import type { Recognition } from '../../../contract/recognition';
import { CORRECTIONS_VERSION, type Corrections, correctedReading } from '../../../corrections/corrections';
import { storedCorrections } from '../../../corrections/stored-corrections';
import { summarizeFixed } from '../../../corrections/summarize-fixed';
import type { UploadHistory } from '../../../uploads/upload-history';

/** What becomes of the corrections of a picture; null leaves it as it is. */
type Change = (recognition: Recognition, corrections: Corrections) => Corrections | null;

/** Changes the corrections of every picture of a batch that was read. @returns how many it was */
export async function changeInAll(history: UploadHistory, batchId: string, change: Change): Promise<number> {
  const uploads = await history.listBatch(batchId);
  let count = 0;
  for (const { id } of uploads.ok ? uploads.value : []) count += (await changeOne(history, id, change)) ? 1 : 0;
  return count;
}

async function changeOne(history: UploadHistory, id: string, change: Change): Promise<boolean> {
  const reading = await history.reading(id);
  if (!reading.ok || !reading.value) return false;
  const { recognition, corrections: stored } = reading.value;
  const corrections = change(recognition, storedCorrections(recognition, stored));
  if (!corrections) return false;
  const summary = summarizeFixed(correctedReading(recognition, corrections), corrections);
  const saved = await history.saveCorrections(id, { version: CORRECTIONS_VERSION, value: corrections }, summary);
  return saved.ok;
}
