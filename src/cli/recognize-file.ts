import type { Recognition } from '../contract/recognition';
import { type Result, success } from '../contract/result';
import { acceptFile } from '../intake/accept-file';
import type { Reader } from '../reading/reader';
import { type ReadingWishes, recognizePicture } from '../recognizer/recognize';

/** The whole way from a file to what is read in it, as for a picture that a person uploads. */
export async function recognizeFile(
  file: File,
  reader: Reader,
  wishes: ReadingWishes = {},
): Promise<Result<Recognition>> {
  const accepted = await acceptFile(file);
  return accepted.ok ? recognizePicture(accepted.value.image, async () => success(reader), wishes) : accepted;
}
