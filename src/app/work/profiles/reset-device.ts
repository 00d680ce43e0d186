import { pressOutDeleted } from '../../../records/press-out';
import { deleteAllHistories } from '../../../uploads/delete-histories';
import { deleteRegistry } from '../../../vault/profile-registry';
import { browserVault } from './browser-vault';

/** Begins the name of everything that this app stores in the browser, databases apart. */
const PREFIX = 'digit-reader';

/**
 * Deletes everything that the app keeps in this browser: keys first, so that what is left if it is interrupted is of no
 * use to anybody. What other apps of the same site keep stays.
 */
export async function resetDevice(): Promise<void> {
  // A registry that cannot be read anymore must not keep anybody from starting over.
  const profiles = await browserVault.list().catch(() => []);
  await deleteRegistry();
  await deleteAllHistories(profiles.map((profile) => profile.id));
  await pressOutDeleted();
  for (const storage of [window.localStorage, window.sessionStorage]) {
    for (const key of Object.keys(storage).filter((name) => name.startsWith(PREFIX))) {
      storage.removeItem(key);
    }
  }
  const cacheNames = (await globalThis.caches?.keys()) ?? [];
  await Promise.all(cacheNames.filter((name) => name.startsWith(PREFIX)).map((name) => caches.delete(name)));
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
  await registration?.unregister();
}
