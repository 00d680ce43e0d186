import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';

/** All that the history's database holds, by store; bytes are told by their checksum. Stamps differ with every write. */
export async function storedRecords(page: Page): Promise<Record<string, unknown>> {
  const text = await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('digit-reader');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const records: Record<string, unknown> = {};
    for (const name of database.objectStoreNames) {
      records[name] = await new Promise((resolve) => {
        const request = database.transaction(name).objectStore(name).getAll();
        request.onsuccess = () => resolve(request.result);
      });
    }
    database.close();
    return JSON.stringify(records, (key, value) => {
      if (key === 'stamp') {
        return undefined;
      }
      const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : value;
      return bytes instanceof Uint8Array ? { bytes: Array.from(bytes).join() } : value;
    });
  });
  return JSON.parse(text, (key, value) =>
    key === 'bytes' && typeof value === 'string' ? createHash('sha256').update(value).digest('hex') : value,
  );
}

/** Everything that the site keeps in the browser, gone. */
export async function clearSiteData(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: new URL(page.url()).origin, storageTypes: 'all' });
  await session.detach();
}
