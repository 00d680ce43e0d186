import type { Result } from '../../../contract/result';
import { type Cell, toHtmlTable, toTsv } from '../../../export/csv';
import type { ExportedPicture } from '../../../export/exported-picture';
import { numberTable } from '../../../export/number-table';
import type { UploadHistory } from '../../../uploads/upload-history';
import { type ExportedUpload, loadExported } from './load-exported';

/**
 * Puts the numbers of the uploads into the clipboard, as tab-separated text and as an HTML table for spreadsheets.
 *
 * @returns 'denied' where the browser does not allow it, e.g. on insecure origins
 */
export async function copyTable(
  history: UploadHistory,
  uploads: readonly ExportedUpload[],
): Promise<Result<'copied' | 'denied'>> {
  const pictures: ExportedPicture[] = [];
  for (const upload of uploads) {
    const picture = await loadExported(history, upload);
    if (!picture.ok) {
      return picture;
    }
    pictures.push(picture.value);
  }
  return { ok: true, value: (await writeTable(numberTable(pictures))) ? 'copied' : 'denied' };
}

async function writeTable(rows: readonly (readonly Cell[])[]): Promise<boolean> {
  const text = toTsv(rows);
  try {
    const item = new ClipboardItem({
      'text/plain': new Blob([text], { type: 'text/plain' }),
      'text/html': new Blob([toHtmlTable(rows)], { type: 'text/html' }),
    });
    await navigator.clipboard.write([item]);
    return true;
  } catch {
    return writeText(text);
  }
}

async function writeText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
