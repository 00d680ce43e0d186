/** Characters that some file system refuses. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}]+/gu;

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** Local date and time for a file name, e.g. '2026-11-22-1405'. @param at milliseconds since 1970 */
export function timeStamp(at: number): string {
  const date = new Date(at);
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(twoDigits).join('-');
  return `${day}-${twoDigits(date.getHours())}${twoDigits(date.getMinutes())}`;
}

/**
 * Name of an exported file that says what and when, e.g. 'numbers-of-40-pictures-2026-11-22-1405.csv'.
 *
 * @param names the pictures' names; a single one lends its name
 * @param batchName what a person called all of them; '' without a name
 * @param extension without the dot
 */
export function exportName(
  what: string,
  names: readonly string[],
  at: number,
  extension: string,
  batchName = '',
): string {
  const [first = ''] = names;
  const whose = names.length === 1 ? plainName(first) : batchName ? safeName(batchName) : `of-${names.length}-pictures`;
  return `${what}-${whose}-${timeStamp(at)}.${extension}`;
}

/** Name of a backup, e.g. 'digit-reader-backup-2026-11-22-1405.zip'; a locked one is no ZIP file and ends otherwise. */
export function backupName(at: number, isLocked = false): string {
  return `digit-reader-backup-${timeStamp(at)}.${isLocked ? 'locked' : 'zip'}`;
}

/** A file's name without its extension, fit for every file system. */
export function plainName(name: string): string {
  return safeName(name.replace(/\.[^.]{1,5}$/, ''));
}

function safeName(name: string): string {
  return (
    name
      .replace(FORBIDDEN, '-')
      .replace(/^\.+|[. ]+$/g, '')
      .slice(0, 80) || 'picture'
  );
}

/** Names for many files in one folder: numbered in their order, so that equal ones stay apart. */
export function numberedName(name: string, index: number, total: number, extension: string): string {
  const width = String(total).length;
  return `${String(index + 1).padStart(width, '0')}-${plainName(name)}.${extension}`;
}
