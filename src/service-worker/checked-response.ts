import type { ShippedFile } from '../contract/shipped-file';

/** They describe the bytes on the wire, not those that the response holds by now. */
const WIRE_HEADERS = ['content-encoding', 'content-length', 'transfer-encoding'];

/**
 * The response with its bytes, if these are the ones that the build wrote.
 *
 * @returns `undefined` for anything else: a file cut off, another version, the page of a hotel's network
 */
export async function checkedResponse(response: Response, file: ShippedFile): Promise<Response | undefined> {
  const bytes = await response.arrayBuffer().catch(() => undefined);
  if (!bytes || (await integrityOf(bytes)) !== file.integrity) return undefined;
  const headers = new Headers(response.headers);
  for (const name of WIRE_HEADERS) headers.delete(name);
  return new Response(bytes, { headers });
}

async function integrityOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
}
