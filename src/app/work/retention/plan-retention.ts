import type { Upload } from '../../../uploads/upload';
import type { Retention } from '../../base/settings/settings';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * What goes when only so much is kept: all but the newest, all that is older, or all.
 *
 * @param uploads newest first
 * @param now milliseconds since 1970
 * @param isSpared what must stay for now, because somebody looks at it or works on it
 */
export function beyondRetention<Row extends Pick<Upload, 'id' | 'createdAt'>>(
  uploads: readonly Row[],
  { keep, keepLast, keepDays }: Retention,
  now: number,
  isSpared: (upload: Row) => boolean = () => false,
): readonly Row[] {
  switch (keep) {
    case 'everything':
      return [];
    case 'last':
      return uploads.slice(keepLast).filter((upload) => !isSpared(upload));
    case 'days':
      return uploads.filter((upload) => upload.createdAt < now - keepDays * DAY_MS && !isSpared(upload));
    case 'nothing':
      return uploads.filter((upload) => !isSpared(upload));
  }
}
