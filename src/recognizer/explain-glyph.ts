import { occlusionMap } from '../classify/occlusion-map';
import type { CancelSignal } from '../contract/cancel';
import { DEFAULT_SCRIPT, type NumeralScriptId } from '../contract/numeral-scripts';
import type { OcclusionMap } from '../contract/occlusion-map';
import type { Glyph } from '../contract/recognition';
import { type Result, success } from '../contract/result';
import type { Reader } from '../reading/reader';
import { inScript } from './in-script';

/**
 * Why the classifier reads a glyph as a label.
 *
 * @throws the signal's reason when it is aborted; `BackendLostError` when the backend dies
 */
export async function explainGlyph(
  glyph: Glyph,
  label: number,
  openReader: () => Promise<Result<Reader>>,
  {
    script = DEFAULT_SCRIPT,
    signal,
  }: { readonly script?: NumeralScriptId; readonly signal?: CancelSignal | undefined } = {},
): Promise<Result<OcclusionMap>> {
  const opened = await openReader();
  if (!opened.ok) return opened;
  const scripted = await inScript(opened.value, script);
  if (!scripted.ok) return scripted;
  const { network, calibration } = scripted.value.classifier;
  return success(await occlusionMap(glyph, label, network, calibration, signal));
}
