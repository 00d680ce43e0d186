import { DEFAULT_SCRIPT, type ScriptChoice } from '../contract/numeral-scripts';
import { type Result, success } from '../contract/result';
import type { PageReader } from '../reading/read-page';
import type { Reader } from '../reading/reader';
import { classifierOf } from '../reading/script-classifier';

/** The reader as it reads one script, or tells the script of each number; Latin's needs nothing more. */
export async function inScript(reader: Reader, script: ScriptChoice): Promise<Result<Reader & PageReader>> {
  if (script === DEFAULT_SCRIPT) return success(reader);
  const opened = await reader.openScripts();
  if (!opened.ok) return opened;
  const scripts = opened.value;
  const modelVersion = `${reader.modelVersion}, ${scripts.version}`;
  if (script === 'auto') return success({ ...reader, modelVersion, scripts });
  return success({ ...reader, modelVersion, classifier: classifierOf(script, reader.classifier, scripts) });
}
