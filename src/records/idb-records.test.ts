import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { NO_EVENTS, openIdbRecords } from './idb-records';

const PLAN = {
  name: 'cut-short',
  upgrades: [
    (database: { createObjectStore: (name: string, options: { keyPath: string }) => unknown }) =>
      void database.createObjectStore('uploads', { keyPath: 'id' }),
  ],
};

/** Ends every transaction as soon as it is asked for something, as a browser does whose site data is cleared. */
function endTransactionsEarly(): void {
  const begin = IDBDatabase.prototype.transaction;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...asked) {
    const transaction = begin.apply(this, asked);
    queueMicrotask(() => transaction.abort());
    return transaction;
  });
}

describe('records whose transactions the browser ends', () => {
  const unheard = vi.fn();
  process.on('unhandledRejection', unheard);

  afterEach(() => {
    vi.restoreAllMocks();
    process.off('unhandledRejection', unheard);
  });

  it('say so to whoever asked, and leave no rejection unheard', async () => {
    const records = await openIdbRecords(PLAN, NO_EVENTS);
    endTransactionsEarly();
    await expect(records.read('uploads', ['a'])).rejects.toThrow();
    await expect(records.scan('uploads')[Symbol.asyncIterator]().next()).rejects.toThrow();
    await expect(records.write([{ table: 'uploads', id: 'a', record: { id: 'a' } }])).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(unheard).not.toHaveBeenCalled();
    records.close();
  });
});
