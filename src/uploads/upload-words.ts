import type { Upload } from './upload';

/** What a person says of an upload, as far as it changes; '' takes it back. */
export interface UploadWords {
  readonly name?: string;
  readonly batchName?: string;
  readonly note?: string;
}

/** @returns the row with other words; the first other name keeps the file's own beside it */
export function withWords<Row extends Upload>(row: Row, { name, batchName, note }: UploadWords): Row {
  const fileName = row.fileName ?? row.name;
  return {
    ...row,
    ...(name !== undefined && { name: name || fileName, fileName }),
    ...(batchName !== undefined && { batchName }),
    ...(note !== undefined && { note }),
  };
}

/** Words of another copy of the same upload, where this one has none. */
export function missingWords(here: Upload, other: Upload): UploadWords & Pick<Upload, 'fileName'> {
  const isRenamed = (row: Upload) => row.fileName !== undefined && row.fileName !== row.name;
  return {
    ...(!isRenamed(here) && isRenamed(other) && { name: other.name, fileName: other.fileName! }),
    ...(!here.batchName && other.batchName && { batchName: other.batchName }),
    ...(!here.note && other.note && { note: other.note }),
  };
}
