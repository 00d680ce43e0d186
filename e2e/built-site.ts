import path from 'node:path';

/** The folder with the build that is tested. */
export const DIST = path.resolve(process.env.DIST ?? path.join(import.meta.dirname, '../dist'));
