import type { BackupFault } from '../../../backup/backup-format';
import { t } from '../../base/i18n/i18n';

/** What may help against each fault; one row a kind. */
const REMEDIES = {
  'not-a-zip': 'choose',
  'not-a-backup': 'choose',
  truncated: 'copy',
  damaged: 'copy',
  checksum: 'copy',
  unreadable: 'copy',
  'newer-version': 'reload',
  unsupported: 'original',
  'too-many': 'original',
  'bad-name': 'original',
  duplicate: 'original',
  'too-large': 'original',
  bomb: 'original',
  content: 'original',
  missing: 'original',
  unexpected: 'original',
  'not-a-picture': 'original',
  'duplicate-id': 'original',
} as const satisfies Readonly<Record<BackupFault['kind'], string>>;

/** Longer names would fill the page; they come from a file that nobody trusts. */
const MOST_SHOWN = 60;

/** That nothing was changed, why, and what to do. */
export function faultWords({ kind, entry = '' }: BackupFault): string {
  const shown = entry.length > MOST_SHOWN ? `${entry.slice(0, MOST_SHOWN)}…` : entry;
  return t('backup.fault', {
    why: t(`backup.fault.${kind}`, { entry: shown }),
    what: t(`backup.what.${REMEDIES[kind]}`),
  });
}
