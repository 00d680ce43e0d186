import type { Result } from '../../../contract/result';

/** A page of a document, made into a picture when it is its turn. */
export interface DocumentPage {
  readonly name: string;
  readonly open: () => Promise<Result<File>>;
}

/** What a person hands in, one row each. */
export type Incoming = File | DocumentPage;
