import { CHARACTERS, isDigitCode } from '../../../contract/characters';
import { type MessageId, t } from '../../base/i18n/i18n';

const SPOKEN = new Map(CHARACTERS.map(({ code, spoken }) => [code, `character.${spoken}` as MessageId]));

/** A digit as it is, a mark by its name, e.g. 'point'. */
export function characterName(code: string): string {
  const words = SPOKEN.get(code);
  return isDigitCode(code) || !words ? code : t(words);
}
