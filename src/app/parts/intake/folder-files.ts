import { IMAGE_FORMATS } from '../../../contract/image-formats';

/** What came out of a drop or a folder. */
export interface DroppedFiles {
  /** In the order of their paths, numbers counted as numbers. */
  readonly files: readonly File[];
  /** Files inside folders that are no pictures by their name, and so were left out. */
  readonly skipped: number;
}

const EXTENSIONS: readonly string[] = IMAGE_FORMATS.flatMap((format) => [...format.extensions]);
/** Pictures that this reader refuses, but with words: leaving them out in silence would hide them. */
const REFUSED = /\.(jxl|jp2|psd)$/i;

const order = new Intl.Collator('en', { numeric: true });

function looksLikePicture(name: string): boolean {
  const lower = name.toLowerCase();
  return !name.startsWith('.') && (REFUSED.test(name) || EXTENSIONS.some((extension) => lower.endsWith(extension)));
}

/** Takes the pictures of a folder that was chosen in a dialog. */
export function folderFiles(all: readonly File[]): DroppedFiles {
  const files = all.filter((file) => looksLikePicture(file.name));
  const sorted = [...files].sort((a, b) => order.compare(a.webkitRelativePath, b.webkitRelativePath));
  return { files: sorted, skipped: all.length - files.length };
}

/** All files of what was dropped, those inside of folders too. */
export async function collectEntries(entries: readonly FileSystemEntry[]): Promise<DroppedFiles> {
  const found: { path: string; file: File }[] = [];
  let skipped = 0;

  async function visit(entry: FileSystemEntry, isInFolder: boolean): Promise<void> {
    if (isDirectory(entry)) {
      for (const child of await childrenOf(entry)) {
        await visit(child, true);
      }
    } else if (isInFolder && !looksLikePicture(entry.name)) {
      skipped += 1;
    } else if (isFile(entry)) {
      const file = await fileOf(entry);
      if (file) {
        found.push({ path: entry.fullPath, file });
      } else {
        skipped += 1;
      }
    }
  }

  for (const entry of entries) {
    await visit(entry, false);
  }
  const sorted = found.sort((a, b) => order.compare(a.path, b.path));
  return { files: sorted.map(({ file }) => file), skipped };
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

/** A reader gives a hundred at a time; an empty answer is the end. A folder that cannot be read is empty. */
async function childrenOf(directory: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = directory.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const more = await new Promise<readonly FileSystemEntry[]>((resolve) => {
      reader.readEntries(resolve, () => resolve([]));
    });
    if (more.length === 0) {
      return children;
    }
    children.push(...more);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File | null> {
  return new Promise((resolve) => {
    entry.file(resolve, () => resolve(null));
  });
}
