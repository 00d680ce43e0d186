import type { RecognitionFailure } from '../contract/failure';
import type { Recognition } from '../contract/recognition';
import { type ReadRow, withCorrections, withFailure, withoutOther, withRecognition, withSwapped } from './read-row';
import type { CorrectedSummary, StoredCorrections } from './upload';

/** The changes that an `UploadStore` makes to what was read, the same wherever rows are kept: open or sealed. */
export abstract class ChangingReadings {
  /** Changes each row that is there, and passes over those that are gone. */
  protected abstract changeReadings(ids: readonly string[], change: (row: ReadRow) => ReadRow): Promise<void>;

  addRecognition(id: string, recognition: Recognition): Promise<void> {
    return this.changeReadings([id], (row) => withRecognition(row, withOwnGlyphs(recognition)));
  }

  addFailure(id: string, failure: RecognitionFailure): Promise<void> {
    return this.changeReadings([id], (row) => withFailure(row, failure));
  }

  saveCorrections(id: string, corrections: StoredCorrections | null, summary: CorrectedSummary): Promise<void> {
    return this.changeReadings([id], (row) => withCorrections(row, corrections, summary));
  }

  swapReadings(ids: readonly string[]): Promise<void> {
    return this.changeReadings(ids, withSwapped);
  }

  dropOtherReadings(ids: readonly string[]): Promise<void> {
    return this.changeReadings(ids, withoutOther);
  }
}

/** A glyph may be a view into a large shared buffer, and structured cloning would store all of that. */
function withOwnGlyphs(recognition: Recognition): Recognition {
  const digits = recognition.digits.map((digit) => ({
    ...digit,
    glyph: { side: digit.glyph.side, data: digit.glyph.data.slice() },
  }));
  return { ...recognition, digits };
}
