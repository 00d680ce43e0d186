import type { RecognitionFailure } from '../contract/failure';
import { DEFAULT_SCRIPT, type NumeralScriptId } from '../contract/numeral-scripts';
import type { Recognition } from '../contract/recognition';
import { fixedNumbers } from '../corrections/fixed-number';
import type { FixedReading } from '../corrections/fixed-reading';

/** A picture with all that is known of it, ready to leave the app. */
export interface ExportedPicture {
  /** The file's name as the person knows it. */
  readonly name: string;
  /** A person's own words on it; absent or '' without any. */
  readonly note?: string;
  /** When it was handed in, milliseconds since 1970. */
  readonly createdAt: number;
  /** Why it could not be read; null otherwise. */
  readonly failure: RecognitionFailure | null;
  /** null when it has not been read. */
  readonly read: { readonly recognition: Recognition; readonly reading: FixedReading } | null;
}

/** The numeral scripts of the numbers in a picture, each once. */
export function scriptsOf({ read }: ExportedPicture): readonly NumeralScriptId[] {
  return read ? [...new Set(fixedNumbers(read.reading).map(({ script }) => script))] : [];
}

/** Whether tables have to say which script a number is written in. */
export function haveOtherScripts(pictures: readonly ExportedPicture[]): boolean {
  return pictures.some((picture) => scriptsOf(picture).some((script) => script !== DEFAULT_SCRIPT));
}
