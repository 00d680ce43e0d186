import { readTiffPages } from '../containers/tiff-directory';
import type { ImageFormatId } from '../contract/image-formats';
import { failed, type Result, success } from '../contract/result';
import { decodedPng } from './decoded-png';
import type { PagedDocument } from './paged-document';

/**
 * Opens a file that may have several pages.
 *
 * @returns a failure without the file's name for one that is damaged or asks for a password
 */
export async function openDocument(file: File, format: ImageFormatId): Promise<Result<PagedDocument>> {
  try {
    if (format === 'pdf') return await (await import('./open-pdf')).openPdf(file);
    const pages = readTiffPages(new Uint8Array(await file.arrayBuffer()));
    const makePage = (page: number) => decodedPng({ file, format, page });
    return success({ pageCount: pages.length, makePage, close: () => undefined });
  } catch (error) {
    return failed({ kind: 'undecodable', detail: String(error) });
  }
}
