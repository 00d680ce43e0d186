import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { MemoryRecords } from '../records/memory-records';
import { Uploads } from '../uploads/uploads';
import { restoreBackup } from './restore-backup';
import { backupOf, checked, correct, NEWER, picture, READING } from './test-backup';

describe('the same upload from two places', () => {
  /** The texts of the readings, the one that counts first, after a backup of `theirs` was restored over `ours`. */
  async function merged(
    ours: (store: Uploads) => Promise<void>,
    theirs: (store: Uploads) => Promise<void>,
  ): Promise<readonly (string | undefined)[]> {
    const [here, there] = [new Uploads(new MemoryRecords()), new Uploads(new MemoryRecords())];
    await Promise.all([here, there].map((store) => store.addUpload(picture('a'))));
    await ours(here);
    await theirs(there);
    await restoreBackup(await checked(await backupOf(there)), here);
    const upload = await here.find('a');
    return [upload?.reading?.text, upload?.otherReading?.text];
  }
  const unread = async () => undefined;
  const read = (store: Uploads) => store.addRecognition('a', READING);
  const readLater = (store: Uploads) => store.addRecognition('a', NEWER);
  const corrected = async (store: Uploads) => {
    await read(store);
    await correct(store, 'a', 7);
  };
  const correctedElse = async (store: Uploads) => {
    await read(store);
    await correct(store, 'a', 8);
  };

  it.each([
    ['unread here takes the reading', unread, read, ['40', undefined]],
    ['unread there changes nothing', read, unread, ['40', undefined]],
    ['two readings stand side by side, the one here counts', read, readLater, ['40', '49']],
    ['what was corrected there counts before what nobody touched here', read, corrected, ['70', '40']],
    ['what was corrected here goes on counting', corrected, readLater, ['70', '49']],
    ['two corrections stand side by side, the one here counts', corrected, correctedElse, ['70', '80']],
  ])('%s', async (_what, ours, theirs, texts) => {
    expect(await merged(ours, theirs)).toEqual(texts);
  });
});

it('names and notes of a backup stand where there are none here', async () => {
  const [here, there] = [new Uploads(new MemoryRecords()), new Uploads(new MemoryRecords())];
  for (const store of [here, there]) {
    for (const id of ['a', 'b']) await store.addUpload(picture(id));
  }
  const { name: fileName } = (await here.find('b'))!;
  await here.describe(['a'], { name: 'Mine', note: 'mine' });
  await there.describe(['a', 'b'], { name: 'Theirs', batchName: 'Register', note: 'theirs' });
  await restoreBackup(await checked(await backupOf(there)), here);
  expect(await here.find('a')).toMatchObject({ name: 'Mine', batchName: 'Register', note: 'mine' });
  expect(await here.find('b')).toMatchObject({ name: 'Theirs', fileName, batchName: 'Register', note: 'theirs' });
});
