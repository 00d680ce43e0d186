import { openDB } from 'idb';

/** Opens a database past the app, to lay down or to look at what lies in it. */
export const openTestDatabase: typeof openDB = openDB;
