/**
 * opening: not known yet. device: IndexedDB. memory: storage is denied, all is gone with the page. page: the same, because
 * the person wants it so. blocked: another tab holds an older database open. outdated: a newer version of the app took the
 * database over, now or before; this page must reload.
 */
export type HistoryPlace = 'opening' | 'device' | 'memory' | 'page' | 'blocked' | 'outdated';
