import type { ImageFormatId } from '../../../contract/image-formats';
import { LIMITS } from '../../../contract/limits';
import { failed, type Result, success } from '../../../contract/result';
import { openDocument } from '../../../decode/open-document';
import type { PagedDocument } from '../../../decode/paged-document';
import { t } from '../../base/i18n/i18n';
import type { DocumentPage, Incoming } from './incoming';

/** Asks which pages of a document are wanted: numbers from 1; null when it is not wanted at all. */
export type ChoosePages = (fileName: string, pageCount: number) => Promise<readonly number[] | null>;

/**
 * Takes a document apart: each page that is wanted becomes a picture of its own, when it is its turn. A file of one page in
 * a format of pictures stays what it is; one that cannot be opened becomes one row that says why.
 */
export async function takeApart(file: File, format: ImageFormatId, choose: ChoosePages): Promise<readonly Incoming[]> {
  const opened = await openDocument(file, format);
  if (!opened.ok) return format === 'pdf' ? [{ name: file.name, open: async () => opened }] : [file];
  const { pageCount } = opened.value;
  if (pageCount <= 1 && format !== 'pdf') return [file];
  if (pageCount === 0) {
    opened.value.close();
    const failure = failed({ kind: 'undecodable', fileName: file.name, detail: 'the document has no pages' } as const);
    return [{ name: file.name, open: async () => failure }];
  }
  const isMany = pageCount > LIMITS.pagesUnasked;
  const wanted = isMany
    ? await choose(file.name, pageCount)
    : Array.from({ length: pageCount }, (_, index) => index + 1);
  if (!wanted || wanted.length === 0) {
    opened.value.close();
    return [];
  }
  const pages = new OpenPages(file, format, opened.value, wanted.length);
  return wanted.map((number): DocumentPage => {
    const name = pageCount === 1 ? file.name : t('pages.name', { file: file.name, page: number });
    return { name, open: () => pages.open(number - 1, name) };
  });
}

/** Holds the document open until all of its pages have been made, and opens it again for one that is wanted once more. */
class OpenPages {
  readonly #file: File;
  readonly #format: ImageFormatId;
  #document: PagedDocument | null;
  #left: number;

  constructor(file: File, format: ImageFormatId, document: PagedDocument, count: number) {
    this.#file = file;
    this.#format = format;
    this.#document = document;
    this.#left = count;
  }

  async open(index: number, name: string): Promise<Result<File>> {
    const opened = this.#document ? success(this.#document) : await openDocument(this.#file, this.#format);
    if (!opened.ok) return opened;
    this.#document = opened.value;
    try {
      const png = await opened.value.makePage(index);
      return success(new File([png], name, { type: 'image/png' }));
    } catch (error) {
      return failed({ kind: 'undecodable', fileName: name, detail: String(error) });
    } finally {
      this.#left -= 1;
      if (this.#left <= 0) {
        this.#document = null;
        opened.value.close();
      }
    }
  }
}
