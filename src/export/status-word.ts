import type { Status } from '../corrections/fixed-reading';
import type { ExportedPicture } from './exported-picture';

/**
 * The status of one or more numbers of a picture as tables name it: 'check' as long as one of them asks for a look,
 * 'edited' when a person changed one; or why there are none.
 */
export function statusWord(picture: ExportedPicture, statuses: readonly Status[]): string {
  if (!picture.read) return picture.failure ? 'failed' : 'not read';
  if (statuses.length === 0) return 'no digits';
  return statuses.find((status) => status === 'check') ?? statuses.find((status) => status === 'edited') ?? 'sure';
}
