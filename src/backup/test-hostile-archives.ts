import { type CraftedEntry, craftZip } from '../archive/test-zip';
import type { BackupFault } from './backup-format';

interface HostileArchive {
  readonly name: string;
  readonly kind: BackupFault['kind'];
  /** @param good the entries of a backup of two uploads or more with thumbnails */
  readonly make: (good: readonly CraftedEntry[]) => Uint8Array<ArrayBuffer>;
}

const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

function changed(
  good: readonly CraftedEntry[],
  path: string,
  change: (entry: CraftedEntry) => Partial<CraftedEntry>,
): readonly CraftedEntry[] {
  return good.map((entry) => (entry.path === path ? { ...entry, ...change(entry) } : entry));
}

/** One thing in a JSON entry said otherwise. */
function saying(good: readonly CraftedEntry[], path: string, values: object): Uint8Array<ArrayBuffer> {
  return craftZip(
    changed(good, path, ({ bytes }) => ({
      bytes: encode({ ...JSON.parse(new TextDecoder().decode(bytes)), ...values }),
    })),
  );
}

function idOf(good: readonly CraftedEntry[], path: string): string {
  const entry = good.find((other) => other.path === path);
  return JSON.parse(new TextDecoder().decode(entry?.bytes)).id;
}

/** A reading whose numbers point at digits that were taken out of it. */
function withoutDigits(good: readonly CraftedEntry[], path: string): object {
  const entry = good.find((other) => other.path === path);
  const { current } = JSON.parse(new TextDecoder().decode(entry?.bytes));
  return { ...current, recognition: { ...current.recognition, digits: [] } };
}

const SCRIPT = new TextEncoder().encode('<script>alert(1)</script>');

/** Files that somebody could hand over as a backup; none of them may change anything. */
export const HOSTILE_ARCHIVES: readonly HostileArchive[] = [
  { name: 'not a ZIP file', kind: 'not-a-zip', make: () => encode('nothing') },
  { name: 'cut off in the middle', kind: 'truncated', make: (good) => craftZip(good).slice(0, 600) },
  {
    name: 'of a version to come',
    kind: 'newer-version',
    make: (good) => saying(good, 'backup.json', { version: 99 }),
  },
  {
    name: 'another ZIP file',
    kind: 'not-a-backup',
    make: () => craftZip([{ path: 'holiday.jpg', bytes: SCRIPT }]),
  },
  {
    name: 'a bomb of zeros',
    kind: 'bomb',
    make: (good) =>
      craftZip(changed(good, 'pictures/1.png', () => ({ bytes: new Uint8Array(20_000_000), isDeflated: true }))),
  },
  {
    name: 'a bomb that claims little',
    kind: 'bomb',
    make: (good) =>
      craftZip(
        changed(good, 'uploads/1.json', () => ({
          bytes: new Uint8Array(20_000_000),
          isDeflated: true,
          claimedBytes: 900_000,
        })),
      ),
  },
  {
    name: 'entries that share their bytes',
    kind: 'bomb',
    make: (good) => craftZip([...good, { ...good.at(-1)!, path: 'pictures/9.png', sharesBytes: true }]),
  },
  {
    name: 'a path that leads out',
    kind: 'bad-name',
    make: (good) => craftZip([...good, { path: '../../etc/passwd', bytes: SCRIPT }]),
  },
  {
    name: 'a claim of a gigabyte',
    kind: 'too-large',
    make: (good) => craftZip(changed(good, 'pictures/1.png', () => ({ claimedBytes: 2 ** 30 }))),
  },
  {
    name: 'broken JSON',
    kind: 'content',
    make: (good) => craftZip(changed(good, 'uploads/1.json', ({ bytes }) => ({ bytes: bytes.slice(0, -5) }))),
  },
  {
    name: 'JSON that says something else',
    kind: 'content',
    make: (good) => saying(good, 'uploads/1.json', { current: { recognition: { digits: 'all' }, corrections: null } }),
  },
  {
    name: 'a number of characters that are not there',
    kind: 'content',
    make: (good) => saying(good, 'uploads/1.json', { current: withoutDigits(good, 'uploads/1.json') }),
  },
  {
    name: 'an id that is markup',
    kind: 'content',
    make: (good) => saying(good, 'uploads/1.json', { id: '<img src=x onerror=alert(1)>' }),
  },
  {
    name: 'a missing picture',
    kind: 'missing',
    make: (good) => craftZip(good.filter((entry) => entry.path !== 'pictures/1.png')),
  },
  {
    name: 'a picture that nothing names',
    kind: 'unexpected',
    make: (good) => craftZip([...good, { path: 'pictures/7.png', bytes: SCRIPT }]),
  },
  {
    name: 'an id twice',
    kind: 'duplicate-id',
    make: (good) => saying(good, 'uploads/2.json', { id: idOf(good, 'uploads/1.json') }),
  },
  { name: 'a name twice', kind: 'duplicate', make: (good) => craftZip([...good, good[0]!]) },
  {
    name: 'a wrong checksum',
    kind: 'checksum',
    make: (good) => craftZip(changed(good, 'pictures/2.png', () => ({ claimedCrc: 12345 }))),
  },
  {
    name: 'a script as a picture',
    kind: 'not-a-picture',
    make: (good) => craftZip(changed(good, 'pictures/1.png', () => ({ bytes: SCRIPT }))),
  },
  {
    name: 'a script as a thumbnail',
    kind: 'not-a-picture',
    make: (good) => craftZip(changed(good, 'thumbnails/1.webp', () => ({ bytes: SCRIPT }))),
  },
];
