import type { RecognitionFailure } from '../contract/failure';
import type { Recognition } from '../contract/recognition';
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
