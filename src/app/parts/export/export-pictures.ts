import type { RecognitionFailure } from '../../../contract/failure';
import { failed, type Result, success } from '../../../contract/result';
import { toCsv } from '../../../export/csv';
import { exportName, numberedName } from '../../../export/export-names';
import type { ExportedPicture } from '../../../export/exported-picture';
import { numberTable } from '../../../export/number-table';
import { failureJson, readingJson } from '../../../export/recognition-json';
import { numberList, pictureTable } from '../../../export/short-tables';
import type { UploadHistory } from '../../../uploads/upload-history';
import { acceptStored } from '../../work/queue/picture-source';
import { annotatePicture } from './annotate-picture';
import { type ExportedUpload, loadExported } from './load-exported';
import { workbookWords } from './workbook-words';

export type ExportFormat = 'xlsx' | 'csv' | 'csv-numbers' | 'csv-details' | 'json' | 'png' | 'zip';

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** One row a form of CSV. */
const TABLES = { csv: pictureTable, 'csv-numbers': numberList, 'csv-details': numberTable } as const;

export interface ExportedFile {
  readonly name: string;
  readonly blob: Blob;
}

interface ExportOptions {
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Makes one file of the given uploads. Only texts of all of them are in memory together, pictures one after the other.
 *
 * @param format 'png' takes the first upload only
 * @returns rejects with the signal's reason when that is aborted
 */
export async function exportPictures(
  history: UploadHistory,
  uploads: readonly ExportedUpload[],
  format: ExportFormat,
  options: ExportOptions = {},
): Promise<Result<ExportedFile>> {
  const names = uploads.map((upload) => upload.name);
  const named = (what: string, parts: BlobPart[], type: string): Result<ExportedFile> =>
    success({
      name: exportName(what, names, Date.now(), format.replace(/-.*/, ''), uploads[0]?.batchName),
      blob: new Blob(parts, { type }),
    });
  switch (format) {
    case 'xlsx': {
      const pictures = await loadAll(history, uploads, options);
      if (!pictures.ok) {
        return pictures;
      }
      const { numbersWorkbook } = await import('../../../export/numbers-workbook');
      return named(
        'numbers',
        [...numbersWorkbook(pictures.value, workbookWords(pictures.value, Date.now()))],
        XLSX_TYPE,
      );
    }
    case 'csv':
    case 'csv-numbers':
    case 'csv-details': {
      const pictures = await loadAll(history, uploads, options);
      return pictures.ok ? named('numbers', [toCsv(TABLES[format](pictures.value))], 'text/csv') : pictures;
    }
    case 'json': {
      const pictures = await loadAll(history, uploads, options);
      return pictures.ok ? named('readings', [toJson(pictures.value)], 'application/json') : pictures;
    }
    case 'png': {
      const marked = await markedPicture(history, uploads.slice(0, 1));
      if (!marked.ok) {
        return marked;
      }
      return marked.value ? named('marked', [marked.value], 'image/png') : failed(undrawable(names[0]));
    }
    case 'zip': {
      const parts = await zipAll(history, uploads, options);
      return parts.ok ? named('digit-reader', [...parts.value], 'application/zip') : parts;
    }
  }
}

function undrawable(fileName = ''): RecognitionFailure {
  return { kind: 'undecodable', fileName };
}

async function loadAll(
  history: UploadHistory,
  uploads: readonly ExportedUpload[],
  { onProgress, signal }: ExportOptions,
): Promise<Result<readonly ExportedPicture[]>> {
  const pictures: ExportedPicture[] = [];
  for (const upload of uploads) {
    signal?.throwIfAborted();
    const picture = await loadExported(history, upload);
    if (!picture.ok) {
      return picture;
    }
    pictures.push(withoutGlyphs(picture.value));
    onProgress?.(pictures.length);
  }
  return success(pictures);
}

/** Tables and JSON need no pixels, and thousands of glyphs would be many. */
function withoutGlyphs(picture: ExportedPicture): ExportedPicture {
  if (!picture.read) {
    return picture;
  }
  const { recognition, reading } = picture.read;
  const lines = reading.lines.map((line) => line.map((digit) => ({ ...digit, glyph: null })));
  return { ...picture, read: { recognition: { ...recognition, digits: [] }, reading: { ...reading, lines } } };
}

/** An array with one object a picture; pictures that nobody tried to read are left out. */
function toJson(pictures: readonly ExportedPicture[]): string {
  const objects = pictures.flatMap(({ name, note, read, failure }) => {
    const json = read ? readingJson(name, read.recognition, read.reading, note) : failure && failureJson(name, failure);
    return json ? [JSON.stringify(json)] : [];
  });
  return `[\n${objects.join(',\n')}\n]\n`;
}

async function markedPicture(
  history: UploadHistory,
  [upload]: readonly ExportedUpload[],
): Promise<Result<Blob | null>> {
  if (!upload) {
    return success(null);
  }
  const [exported, picture] = await Promise.all([loadExported(history, upload), history.picture(upload.id)]);
  if (!exported.ok) {
    return exported;
  }
  if (!picture.ok) {
    return picture;
  }
  const { read } = exported.value;
  const image = picture.value && (await acceptStored(picture.value));
  return success(read && image?.ok ? await annotatePicture(image.value, read.recognition, read.reading) : null);
}

async function zipAll(
  history: UploadHistory,
  uploads: readonly ExportedUpload[],
  { onProgress, signal }: ExportOptions,
): Promise<Result<readonly BlobPart[]>> {
  const { ZipWriter } = await import('../../../archive/zip-writer');
  const tables = await loadAll(history, uploads, signal ? { signal } : {});
  if (!tables.ok) {
    return tables;
  }
  const zip = new ZipWriter();
  zip.addText('numbers.csv', toCsv(numberTable(tables.value)));
  zip.addText('readings.json', toJson(tables.value));
  for (const [index, upload] of uploads.entries()) {
    signal?.throwIfAborted();
    const [picture, marked] = [await history.picture(upload.id), await markedPicture(history, [upload])];
    if (!picture.ok) {
      return picture;
    }
    if (picture.value) {
      const extension = (upload.fileName ?? upload.name).match(/\.([^.]{1,5})$/)?.[1] ?? 'img';
      const path = numberedName(upload.name, index, uploads.length, extension);
      zip.addBytes(`pictures/${path}`, new Uint8Array(picture.value.bytes));
    }
    if (marked.ok && marked.value) {
      const path = numberedName(upload.name, index, uploads.length, 'png');
      zip.addBytes(`marked/${path}`, new Uint8Array(await marked.value.arrayBuffer()));
    }
    onProgress?.(index + 1);
  }
  return success(zip.finish());
}
