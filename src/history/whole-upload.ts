import type { WholeUpload } from './read-row';
import type { UploadStore } from './upload-store';

/** What has to be asked of a store to take an upload out of it. */
export type UploadSource = Pick<UploadStore, 'list' | 'row' | 'picture' | 'thumbnail'>;

/** @returns the upload with all that belongs to it; null when it is gone, or in the trash */
export async function wholeUpload(store: UploadSource, id: string): Promise<WholeUpload | null> {
  const [row, picture, thumbnail] = await Promise.all([store.row(id), store.picture(id), store.thumbnail(id)]);
  return row && picture && { ...row, picture: picture.bytes, thumbnail };
}
