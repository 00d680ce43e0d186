import type { RecognitionFailure } from '../../../contract/failure';
import { type Result, success } from '../../../contract/result';
import { correctedReading } from '../../../corrections/corrections';
import { storedCorrections } from '../../../corrections/stored-corrections';
import type { ExportedPicture } from '../../../export/exported-picture';
import type { Upload } from '../../../uploads/upload';
import type { UploadHistory } from '../../../uploads/upload-history';

/** A picture to be exported. */
export interface ExportedUpload extends Pick<Upload, 'id' | 'name' | 'createdAt' | 'fileName'> {
  /** Why it could not be read, which the history does not know. */
  readonly failure?: RecognitionFailure | null;
  /** The name of its batch, where all of the batch is exported. */
  readonly batchName?: string;
}

/** All that the history knows of an upload, with its corrections applied. */
export async function loadExported(
  history: UploadHistory,
  { id, name, createdAt, failure = null }: ExportedUpload,
): Promise<Result<ExportedPicture>> {
  const [found, stored] = await Promise.all([history.find(id), history.reading(id)]);
  const note = (found.ok && found.value?.note) || '';
  if (!stored.ok) {
    return stored;
  }
  if (!stored.value) {
    return success({ name, note, createdAt, failure, read: null });
  }
  const { recognition, corrections } = stored.value;
  const reading = correctedReading(recognition, storedCorrections(recognition, corrections));
  return success({ name, note, createdAt, failure: null, read: { recognition, reading } });
}
