import { MemoryRecords } from '../records/memory-records';
import { UploadHistory } from './upload-history';
import { Uploads } from './uploads';

/** Bytes that the page may hold in these tests. */
const MOST_HELD = 1000;

/** A history over a device that refuses every write as long as it is full, and still deletes. */
export class LimitedDevice {
  isFull = false;
  /** How many records were written to the device. */
  writes = 0;
  /** What is on the device. */
  readonly uploads: Uploads;
  readonly history: UploadHistory;

  constructor() {
    const records = new MemoryRecords();
    this.uploads = new Uploads(records);
    const { write } = records;
    records.write = async (changes) => {
      const count = changes.filter(({ record }) => record).length;
      this.writes += count;
      if (this.isFull && count > 0) {
        throw new DOMException('no room', 'QuotaExceededError');
      }
      return write.call(records, changes);
    };
    this.history = new UploadHistory(async () => records, undefined, MOST_HELD);
  }
}

/** A picture of so many bytes, handed in. */
export function testUpload(id: string, bytes = 4) {
  const row = { id, name: `${id}.png`, mime: 'image/png', createdAt: 1000, batchId: 'batch' };
  return { ...row, bytes: new Uint8Array(bytes).buffer };
}
