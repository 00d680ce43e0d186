import { type Result, success } from '../../../contract/result';
import { clipboardTable } from '../../../export/clipboard-table';
import type { ExportedPicture } from '../../../export/exported-picture';
import { copiedRows } from '../../../export/picture-rows';
import type { UploadHistory } from '../../../uploads/upload-history';
import { writeClipboard } from '../../base/browser/write-clipboard';
import { type ExportedUpload, loadExported } from './load-exported';

/**
 * Puts the numbers of the uploads into the clipboard, ready to be pasted into a spreadsheet.
 *
 * @returns 'denied' where the browser does not allow it
 */
export async function copyNumbers(
  history: UploadHistory,
  uploads: readonly ExportedUpload[],
): Promise<Result<'copied' | 'denied'>> {
  const pictures: ExportedPicture[] = [];
  for (const upload of uploads) {
    const picture = await loadExported(history, upload);
    if (!picture.ok) return picture;
    pictures.push(picture.value);
  }
  return success((await writeClipboard(clipboardTable(copiedRows(pictures)))) ? 'copied' : 'denied');
}
