import { headCalibration, headNetwork } from '../classify/script-head';
import { DEFAULT_SCRIPT, type NumeralScriptId } from '../contract/numeral-scripts';
import type { Reader, ScriptsModel } from './reader';

/** The classifier that reads a script: Latin has one of its own. */
export function classifierOf(
  script: NumeralScriptId,
  latin: Reader['classifier'],
  { network, heads, calibration }: ScriptsModel,
): Reader['classifier'] {
  const head = script === DEFAULT_SCRIPT ? undefined : heads.find((each) => each.script === script);
  if (!head) return latin;
  return { network: headNetwork(network, head), calibration: headCalibration(head, calibration), script };
}
