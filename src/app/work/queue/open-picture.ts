import type { AcceptedImage } from '../../../contract/accepted-image';
import type { PixelImage } from '../../../contract/image';
import { failed, type Result, success } from '../../../contract/result';
import { readCanvasPixels } from '../../../decode/canvas-pixels';
import { cappedSize } from '../../../decode/capped-size';
import { drawablePicture } from '../../../decode/displayable-picture';
import type { UploadHistory } from '../../../uploads/upload-history';
import { acceptStored, type PictureSource } from './picture-source';
import type { ReadingQueue } from './reading-queue';

/** A picture whose pixels are needed, wherever it is: on its way into the history or there already. */
export interface OpenedPicture {
  readonly name: string;
  readonly batchId: string | null;
  readonly image: AcceptedImage;
  readonly pixels: PixelImage;
  readonly source: PictureSource;
}

export async function openPicture(
  id: string,
  { queue, history }: { readonly queue: ReadingQueue; readonly history: UploadHistory },
): Promise<Result<OpenedPicture>> {
  const job = queue.state.get().jobs.get(id);
  const [upload, stored] = await Promise.all([history.find(id), history.picture(id)]);
  const kept =
    upload.ok && stored.ok && upload.value && stored.value ? { upload: upload.value, stored: stored.value } : null;
  const accepted = kept ? await acceptStored(kept.stored) : await job?.incoming?.accept();
  if (!accepted) return failed({ kind: 'storage-unavailable', detail: 'the picture is not in the history' });
  if (!accepted.ok) return accepted;
  const image = accepted.value;
  try {
    const drawable = await drawablePicture(image);
    const size = { width: drawable.naturalWidth, height: drawable.naturalHeight };
    const pixels = readCanvasPixels(drawable, cappedSize(size.width, size.height), size);
    const name = kept?.upload.name ?? job?.name ?? '';
    const batchId = kept?.upload.batchId ?? job?.batchId ?? null;
    return success({ name, batchId, image, pixels, source: { accept: async () => accepted } });
  } catch (error) {
    return failed({ kind: 'undecodable', fileName: image.file.name, detail: String(error) });
  }
}
