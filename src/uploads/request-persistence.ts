/**
 * Asks the browser not to clear the history by itself when the disk runs low.
 *
 * @returns whether it agreed; false where it cannot be asked (old browsers, insecure origins)
 */
export async function requestPersistence(storage: StorageManager | undefined): Promise<boolean> {
  try {
    return (await storage?.persist?.()) ?? false;
  } catch {
    return false;
  }
}
