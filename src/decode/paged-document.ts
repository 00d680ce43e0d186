/** A file of several pages, open. */
export interface PagedDocument {
  readonly pageCount: number;
  /** A PNG of a page, 0 for the first. Rejects when the page is damaged. */
  readonly makePage: (index: number) => Promise<Blob>;
  /** Gives back its memory. */
  readonly close: () => void;
}
