import { failed, type Result, success } from '../contract/result';
import type { ShippedFile } from '../contract/shipped-file';
import { checkedResponse } from './checked-response';
import type { KeepFailure } from './messages';

export interface Site {
  /** The site's folder, absolute, ending in '/'. */
  readonly siteUrl: string;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
}

/** A name that holds the hash of what is in the file, which therefore never changes. */
const HASHED = /^assets\//;

/** Brings a file of this version from the site. */
export async function fetchShippedFile(
  file: ShippedFile,
  { siteUrl, fetch }: Site,
): Promise<Result<Response, KeepFailure>> {
  // The HTTP cache may hold a file cut off or an older one: the second try passes it by.
  for (const cache of [HASHED.test(file.url) ? 'default' : 'no-cache', 'reload'] as const) {
    const url = new URL(file.url, siteUrl).href;
    const response = await fetch(url, { cache, credentials: 'same-origin' }).catch(() => undefined);
    if (!response || response.status >= 500) return failed('unreachable');
    const checked = response.ok ? await checkedResponse(response, file) : undefined;
    if (checked) return success(checked);
  }
  return failed('another-version');
}
