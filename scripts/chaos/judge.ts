import type { ListedRow } from './batch-list';
import type { MadePicture } from './make-pictures';

export interface Verdict {
  readonly read: number;
  /** Of the read ones: with the number that is written there. */
  readonly right: number;
  /** How many pictures failed, by the reason that the list gives. */
  readonly failed: Readonly<Record<string, number>>;
  readonly lost: number;
  readonly twice: number;
  /** What must not be, in words. */
  readonly findings: readonly string[];
}

/** Why a good picture may fail when workers are killed and pages reloaded; the second is what the app itself calls lost. */
const EXCUSES = ['Reading was interrupted', 'Lost when the page was closed'];

/**
 * What became of every picture.
 *
 * @param told what the list said before each end of the page, and at last: a file that is no picture is in no history, so
 *   it is enough that an earlier list gave the reason
 */
export function judge(made: readonly MadePicture[], told: readonly (readonly ListedRow[])[]): Verdict {
  const last = told.at(-1) ?? [];
  const failed: Record<string, number> = {};
  const findings: string[] = [];
  let [read, right, lost, twice] = [0, 0, 0, 0];
  for (const { name, number } of made) {
    const rows = last.filter((row) => row.name === name);
    const row = rows[0] ?? told.flat().find((earlier) => earlier.name === name && earlier.phase === 'failed');
    if (rows.length > 1) twice += 1;
    if (!row) lost += 1;
    if (row?.phase === 'read') {
      read += 1;
      if (row.number === number) right += 1;
    } else if (row?.phase === 'failed') {
      failed[row.words] = (failed[row.words] ?? 0) + 1;
    }
    findings.push(...complaints({ name, number }, row, rows.length));
  }
  const names = new Set(made.map(({ name }) => name));
  const strangers = last.filter(({ name }) => !names.has(name)).map(({ name }) => `${name}: nobody gave it`);
  return { read, right, failed, lost, twice, findings: [...findings, ...strangers] };
}

function complaints({ name, number }: Omit<MadePicture, 'path'>, row: ListedRow | undefined, count: number): string[] {
  if (!row) return [`${name}: lost`];
  const found = count > 1 ? [`${name}: ${count} times in the list`] : [];
  const { phase, words } = row;
  if (phase === 'read' && row.number !== number) found.push(`${name}: read as ${row.number}`);
  if (phase !== 'read' && phase !== 'failed') found.push(`${name}: ended as ${phase}`);
  if (phase === 'failed' && !words) found.push(`${name}: failed without a reason`);
  if (phase === 'failed' && number !== null && !EXCUSES.includes(words)) found.push(`${name}: ${words}`);
  return found;
}
