import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readCsv } from '../src/cli/read-csv';

/** A picture that people have trouble with: file, kind, and what a person reads. */
export type CaseRow = Readonly<Record<string, string>>;

/** Rows of `cases.csv` in a folder; null, with a word on standard error, where it is not there. */
export async function readCases(folder: string): Promise<readonly CaseRow[] | null> {
  const table = path.join(folder, 'cases.csv');
  if (!existsSync(table)) {
    process.stderr.write(`${table} is not there: nothing was measured\n`);
    return null;
  }
  return readCsv(await readFile(table, 'utf8'));
}
