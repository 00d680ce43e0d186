import {
  DEFAULT_SCRIPT,
  type NumeralScriptId,
  SCRIPTS_MODEL,
  type ScriptChoice,
} from '../../../contract/numeral-scripts';
import { likelyScripts } from '../../../contract/script-languages';
import { MODEL_BYTES } from '../../../inference/model-pins';
import type { Settings } from '../../base/settings/settings';

/** What loading the reader of the other scripts costs. */
export const SCRIPTS_BYTES = MODEL_BYTES[SCRIPTS_MODEL] ?? 0;

/** The scripts that the person at this device may write, by the languages of the page and of the browser. */
export function scriptsAtHand(): readonly NumeralScriptId[] {
  return likelyScripts([document.documentElement.lang, ...navigator.languages]);
}

/**
 * What a new picture is read with. Where nothing else was chosen, only Latin is read until the reader of the other scripts
 * was asked for on this device, or the person's languages are written with one of them: nobody else pays for loading it.
 */
export function scriptWish({ script, hasScripts }: Pick<Settings, 'script' | 'hasScripts'>): ScriptChoice {
  if (script !== 'auto') return script;
  return hasScripts || scriptsAtHand().length > 0 ? 'auto' : DEFAULT_SCRIPT;
}
