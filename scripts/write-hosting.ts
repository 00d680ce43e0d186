import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { writtenFiles } from '../hosting/written-files';

/** Writes what follows from the table of headers, the load test and the test of the browsers. A test compares. */
for (const { name, text } of writtenFiles()) writeFileSync(path.resolve(import.meta.dirname, '..', name), text);
