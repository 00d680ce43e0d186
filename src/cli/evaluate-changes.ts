import type { Recognition } from '../contract/recognition';
import type { Reader } from '../reading/reader';
import { PICTURE_CHANGES, type PictureChange, plainPicture } from './changed-picture';
import { digitOf } from './evaluate-stages';
import type { LabelledPicture } from './labelled-set';
import { recognizeFile } from './recognize-file';
import type { ScoredPicture } from './score';
import { seededRandom } from './seeded-random';

/** Digits that get smaller than this, in pixels, are not asked for again. */
const SMALLEST_DIGIT = 12;
/** Pictures that get larger than this, in pixels, are shrunk by the decoder anyway. */
const LARGEST_PICTURE = 16_000_000;

export interface ChangedReading {
  readonly change: string;
  /** Labelled with what was read in the untouched picture, right or wrong. */
  readonly picture: ScoredPicture;
}

/**
 * Reads each picture as it is and after every change that leaves its digits legible. Pictures in which nothing is read
 * are left out: their text cannot change.
 */
export async function* evaluateChanges(
  pictures: readonly LabelledPicture[],
  reader: Reader,
  changes: readonly PictureChange[] = PICTURE_CHANGES,
): AsyncGenerator<ChangedReading> {
  for (const { name, open } of pictures) {
    const file = await open();
    const base = await recognize(file, reader);
    if (base === undefined || base.digits.length === 0) continue;
    const plain = await plainPicture(file);
    for (const change of changes) {
      if (!isLegible(change, base)) continue;
      const random = seededRandom(`${change.name} ${name}`);
      const bytes = await change.apply(plain, random).toBuffer();
      const reading = await recognize(new File([new Uint8Array(bytes)], 'changed'), reader);
      const picture = {
        name: `${name}, ${change.name}`,
        label: base.text,
        text: reading?.text ?? '',
        digits: reading?.digits.map(({ prediction }) => digitOf(prediction)) ?? [],
        elapsedMs: reading?.elapsedMs ?? 0,
      };
      yield { change: change.name, picture };
    }
  }
}

async function recognize(file: File, reader: Reader): Promise<Recognition | undefined> {
  const result = await recognizeFile(file, reader);
  return result.ok ? result.value : undefined;
}

function isLegible({ factor = 1 }: PictureChange, { digits, imageWidth, imageHeight }: Recognition): boolean {
  if (factor > 1) return imageWidth * imageHeight * factor ** 2 <= LARGEST_PICTURE;
  const smallest = Math.min(...digits.map(({ region: { box } }) => box.height));
  return factor === 1 || smallest * factor >= SMALLEST_DIGIT;
}
