import type { FetchFile } from './fetch-model';

/**
 * Fetches files below a folder of the page's own site.
 *
 * @param folderUrl absolute, ending in '/'
 */
export function fetchFromSite(folderUrl: string): FetchFile {
  return async (path, onBytes) => {
    try {
      // Revalidated, so that a new manifest never meets weights that the HTTP cache kept from an older version.
      const response = await fetch(new URL(path, folderUrl), { cache: 'no-cache' });
      return response.ok ? await readBody(response, onBytes) : undefined;
    } catch {
      return undefined;
    }
  };
}

async function readBody(response: Response, onBytes?: (loadedBytes: number) => void) {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let loadedBytes = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    chunks.push(part.value);
    loadedBytes += part.value.length;
    onBytes?.(loadedBytes);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
