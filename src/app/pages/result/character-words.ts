import { CHARACTERS, isDigitCode } from '../../../contract/characters';
import { DEFAULT_SCRIPT, type NumeralScriptId, writtenIn } from '../../../contract/numeral-scripts';
import { type MessageId, t } from '../../base/i18n/i18n';

const SPOKEN = new Map(CHARACTERS.map(({ code, spoken }) => [code, `character.${spoken}` as MessageId]));

/** A digit as its script writes it, a mark by its name, e.g. 'point'. */
export function characterName(code: string, script: NumeralScriptId = DEFAULT_SCRIPT): string {
  const words = SPOKEN.get(code);
  return isDigitCode(code) || !words ? writtenIn(code, script) : t(words);
}
