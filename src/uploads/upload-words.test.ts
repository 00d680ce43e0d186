import { describe, expect, it } from 'vitest';
import { MemoryRecords } from '../records/memory-records';
import { testUpload } from './test-limited-device';
import { Uploads } from './uploads';

describe('names and notes', () => {
  it('are kept beside the name of the file, which comes back for no name', async () => {
    const uploads = new Uploads(new MemoryRecords());
    await uploads.addUpload(testUpload('a'));
    const fileName = (await uploads.find('a'))!.name;
    await uploads.describe(['a'], { name: 'Page 1', note: 'torn' });
    await uploads.describe(['a', 'gone'], { name: 'Page 2', batchName: 'Register' });
    expect(await uploads.find('a')).toMatchObject({ name: 'Page 2', fileName, batchName: 'Register', note: 'torn' });
    expect(await uploads.picture('a')).toMatchObject({ name: 'Page 2' });
    await uploads.describe(['a'], { name: '', note: '' });
    expect(await uploads.find('a')).toMatchObject({ name: fileName, batchName: 'Register', note: '' });
  });
});
