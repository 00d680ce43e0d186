import type { Result } from '../../../contract/result';

/** A page of a document, made into a picture when it is its turn. */
export interface DocumentPage {
  readonly name: string;
  readonly open: () => Promise<Result<File>>;
}

/** What a person hands in, one row each. */
export type Incoming = File | DocumentPage;

/** Characters that are not seen but change what is: controls, line ends, and those that turn the direction of writing. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A file's name as it is shown and kept: what could hide the true name is made visible. */
export function cleanName(name: string): string {
  return name.replace(UNSEEN, '\ufffd');
}
