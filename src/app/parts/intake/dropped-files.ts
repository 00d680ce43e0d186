import type { DroppedFiles } from './folder-files';

/**
 * All files of a drop, those inside of folders too. Must be called while the drop event is handled: its items are
 * gone afterwards.
 */
export function droppedFiles(transfer: DataTransfer): Promise<DroppedFiles> {
  const entries = [...transfer.items]
    .filter((item) => item.kind === 'file')
    .map((item) => item.webkitGetAsEntry?.() ?? null);
  if (!entries.some((entry) => entry?.isDirectory)) {
    return Promise.resolve({ files: [...transfer.files], skipped: 0 });
  }
  return walkFolders(entries.filter((entry) => entry !== null));
}

/** What looks into folders arrives with the first one. */
async function walkFolders(entries: readonly FileSystemEntry[]): Promise<DroppedFiles> {
  const { collectEntries } = await import('./folder-files');
  return collectEntries(entries);
}
