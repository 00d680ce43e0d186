import { type ReadRow, type RowReading, readingsOf, withReadings } from '../uploads/read-row';
import { missingWords } from '../uploads/upload-words';

/**
 * The same upload from here and from a backup: its readings as `mergeReadings` says; names and notes come from the backup
 * where there are none here.
 *
 * @returns the very row that is here when nothing changes
 */
export function mergeRow(here: ReadRow, backup: ReadRow): ReadRow {
  const merged = mergeReadings(here, backup);
  const words = missingWords(here.upload, backup.upload);
  return Object.keys(words).length > 0 ? { ...merged, upload: { ...merged.upload, ...words } } : merged;
}

/**
 * What counts here goes on counting, unless nobody has corrected it and
 * the one of the backup was corrected by hand. One of the others stays beside it to be compared, first of all one that
 * was corrected; readings of the same number are one.
 *
 * @returns the very row that is here when nothing changes
 */
function mergeReadings(here: ReadRow, backup: ReadRow): ReadRow {
  const restored = readingsOf(backup);
  const all = withoutRepeats([...readingsOf(here), ...restored]);
  const [first] = all;
  if (!first) return here.upload.failure || !backup.upload.failure ? here : withFailureOf(here, backup);
  const corrected = restored.slice(0, 1).find(isCorrected);
  const counting = corrected && !isCorrected(first) && all.includes(corrected) ? corrected : first;
  const rest = all.filter((reading) => reading !== counting);
  const beside = rest.find(isCorrected) ?? rest[0] ?? null;
  if (counting.stored === here.current && (beside?.stored ?? null) === here.other) return here;
  return withReadings(here, beside ? [counting, beside] : [counting]);
}

function isCorrected({ stored }: RowReading): boolean {
  return stored.corrections !== null;
}

/** Of readings of the same number the first stays, or the first that a person has worked on. */
function withoutRepeats(readings: readonly RowReading[]): readonly RowReading[] {
  const kept: RowReading[] = [];
  for (const reading of readings) {
    const at = kept.findIndex((other) => other.summary.text === reading.summary.text);
    const same = kept[at];
    if (!same) kept.push(reading);
    else if (!isCorrected(same) && isCorrected(reading)) kept[at] = reading;
  }
  return kept;
}

function withFailureOf(here: ReadRow, backup: ReadRow): ReadRow {
  return { ...here, upload: { ...here.upload, failure: backup.upload.failure } };
}
