import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { UploadHistory } from '../../../uploads/upload-history';
import { Trash } from './trash';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** The history and the trash of one tab. */
function openTab() {
  const history = new UploadHistory();
  return { history, trash: new Trash(history) };
}

function upload(id: string) {
  return { id, name: id, mime: 'image/png', createdAt: 1, batchId: null, bytes: new ArrayBuffer(4) };
}

it('undoing works in one tab although another one made its own deletion final', async () => {
  const [one, two] = [openTab(), openTab()];
  await one.history.addUpload(upload('a'));
  await one.history.addUpload(upload('b'));
  await one.trash.delete([{ id: 'a', name: 'a' }]);
  await two.trash.delete([{ id: 'b', name: 'b' }]);
  await one.trash.dismiss();
  await two.trash.undo();
  expect(two.trash.state.get()).toEqual({ phase: 'empty' });
  expect(await two.history.list()).toMatchObject({ value: [{ id: 'b' }] });
});

it('undoing says so when the pictures are gone for good', async () => {
  const { history, trash } = openTab();
  await history.addUpload(upload('a'));
  await history.addUpload(upload('b'));
  const both = ['a', 'b'].map((id) => ({ id, name: id }));
  await trash.delete(both);
  await openTab().history.remove(['a']);
  await trash.undo();
  expect(trash.state.get()).toEqual({ phase: 'gone', count: 1 });
  expect(await history.list()).toMatchObject({ value: [{ id: 'b' }] });
});

it('a deletion that was undone is done again, and can be undone once more', async () => {
  const { history, trash } = openTab();
  await history.addUpload(upload('a'));
  await trash.delete([{ id: 'a', name: 'a' }]);
  expect(trash.canRedo).toBe(false);
  await trash.undo();
  expect(trash.canRedo).toBe(true);
  await trash.redo();
  expect(await history.list()).toMatchObject({ value: [] });
  await trash.undo();
  expect(await history.list()).toMatchObject({ value: [{ id: 'a' }] });
  await trash.dismiss();
  expect(trash.canRedo).toBe(false);
});
