import { type Expectation, expectsLetters } from '../contract/expectation';
import type { ScriptChoice } from '../contract/numeral-scripts';
import { type Result, success } from '../contract/result';
import type { PageReader } from '../reading/read-page';
import type { PlatesModel, Reader } from '../reading/reader';
import { inScript } from './in-script';

/** The reader with the models that a picture asks for: letters are read by networks of their own, in Latin alone. */
export async function withWished(
  reader: Reader,
  expectation: Expectation,
  script: ScriptChoice,
): Promise<Result<Reader & PageReader & { readonly plates?: PlatesModel }>> {
  if (!expectsLetters(expectation)) return inScript(reader, script);
  const opened = await reader.openPlates();
  if (!opened.ok) return opened;
  const plates = opened.value;
  return success({ ...reader, plates, modelVersion: `${reader.modelVersion}, ${plates.version}` });
}
