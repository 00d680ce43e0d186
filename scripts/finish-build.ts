import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { compressFiles } from '../hosting/compress-files';
import { headersFile } from '../hosting/headers-file';

const ROOT = path.resolve(import.meta.dirname, '..');

/** Adds to a build what hosts look for: compressed files and `_headers`. The folder is `dist/` or the first argument. */
const folder = path.resolve(process.argv[2] ?? path.join(ROOT, 'dist'));
await compressFiles(folder, path.join(ROOT, '.cache/compressed'));
writeFileSync(path.join(folder, '_headers'), headersFile());
