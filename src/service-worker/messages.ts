import type { Result } from '../contract/result';
import type { FileGroupId } from '../contract/shipped-file';

/** How much of a group is on the device, in bytes of the files as they are used. */
export interface KeptGroup {
  readonly id: FileGroupId;
  readonly keptBytes: number;
  readonly totalBytes: number;
}

/**
 * Why files could not be kept: no connection, the site holds another version by now, or the browser has no room for
 * them.
 */
export type KeepFailure = 'unreachable' | 'another-version' | 'no-room';

/** What a page asks, and what the service worker answers to it. */
export interface PageAsks {
  /** What is on the device; before that, files of kept groups that went missing are fetched again. */
  readonly check: { readonly asks: null; readonly answers: readonly KeptGroup[] };
  /** Keeps whole groups from now on, in later versions too. */
  readonly keep: { readonly asks: readonly FileGroupId[]; readonly answers: Result<null, KeepFailure> };
  /** Gives the room of all groups but the app itself back; each is kept again once it is used. */
  readonly drop: { readonly asks: null; readonly answers: null };
  /** Hands over pictures that were shared with the app; they are gone afterwards. */
  readonly 'take-shared': { readonly asks: string; readonly answers: readonly File[] };
  /** Lets this version take over from the one that runs. */
  readonly switch: { readonly asks: null; readonly answers: null };
}

export type AskKind = keyof PageAsks;

export interface PageMessage<Kind extends AskKind = AskKind> {
  readonly kind: Kind;
  readonly asks: PageAsks[Kind]['asks'];
}

/** Sent through the port that came with the message: progress any number of times, then the answer. */
export type WorkerMessage<Kind extends AskKind = AskKind> =
  | { readonly type: 'progress'; readonly keptBytes: number; readonly totalBytes: number }
  | { readonly type: 'answer'; readonly answer: PageAsks[Kind]['answers'] };

/** Where the manifest's share target posts to, relative to the site's folder. */
export const SHARE_PATH = 'share';
/** The form field of the pictures. */
export const SHARE_FIELD = 'pictures';
/** The page that takes shared pictures is opened with this and their id as its hash. */
export const SHARED_HASH = '#/shared/';
