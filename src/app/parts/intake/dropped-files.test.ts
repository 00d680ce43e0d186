import { describe, expect, it } from 'vitest';
import { droppedFiles } from './dropped-files';
import { folderFiles } from './folder-files';

function fileEntry(path: string) {
  const name = path.split('/').at(-1) ?? '';
  const file = (resolve: (file: File) => void) => resolve(new File(['x'], name));
  return { isFile: true, isDirectory: false, name, fullPath: path, file };
}

/** A folder whose reader gives its entries two at a time, as browsers do with a hundred. */
function folderEntry(path: string, children: readonly object[]) {
  const createReader = () => {
    const left = [...children];
    return { readEntries: (resolve: (entries: readonly object[]) => void) => resolve(left.splice(0, 2)) };
  };
  return { isFile: false, isDirectory: true, name: path, fullPath: path, createReader };
}

function transfer(entries: readonly object[], files: readonly File[] = []): DataTransfer {
  const items = entries.map((entry) => ({ kind: 'file', webkitGetAsEntry: () => entry }));
  return { items, files } as unknown as DataTransfer;
}

describe('droppedFiles', () => {
  it('opens folders within folders, sorts by path as people count, leaves out what is no picture', async () => {
    const dropped = await droppedFiles(
      transfer([
        folderEntry('/sheets', [
          fileEntry('/sheets/page10.jpg'),
          fileEntry('/sheets/page9.jpg'),
          fileEntry('/sheets/notes.txt'),
          fileEntry('/sheets/.thumbnail.png'),
          folderEntry('/sheets/more', [fileEntry('/sheets/more/last.HEIC')]),
        ]),
        fileEntry('/letter.txt'),
      ]),
    );
    expect(dropped.files.map((file) => file.name)).toEqual(['letter.txt', 'last.HEIC', 'page9.jpg', 'page10.jpg']);
    expect(dropped.skipped).toBe(2);
  });

  it('takes plain files as they are, so that a wrong one is refused by name', async () => {
    const file = new File(['x'], 'letter.txt');
    expect(await droppedFiles(transfer([fileEntry('/letter.txt')], [file]))).toEqual({ files: [file], skipped: 0 });
  });

  it('takes the files where a browser knows no entries', async () => {
    const file = new File(['x'], 'a.png');
    const old = { items: [{ kind: 'file' }], files: [file] } as unknown as DataTransfer;
    expect((await droppedFiles(old)).files).toEqual([file]);
  });
});

it('folderFiles keeps the pictures of a chosen folder', () => {
  const chosen = folderFiles([new File(['x'], 'b.png'), new File(['x'], 'Thumbs.db'), new File(['x'], 'a.jpeg')]);
  expect(chosen.files).toHaveLength(2);
  expect(chosen.skipped).toBe(1);
});
