import { isLetterCode } from '../../../contract/characters';
import type { Edit } from '../../../corrections/edit';
import {
  charactersOf,
  codeAsRead,
  type FixedCharacter,
  type FixedReading,
  findCharacter,
  isDigit,
  numbersOf,
} from '../../../corrections/fixed-reading';
import { probabilityOf } from '../../../corrections/summarize-fixed';
import { formatProbability } from '../../base/i18n/format-probability';
import { type MessageId, t } from '../../base/i18n/i18n';
import { characterName } from './character-words';
import { spokenDigits, writtenGuess } from './spoken-reading';

/** A digit or a mark as its button is called, e.g. 'Digit 2: 0, uncertain, maybe 9' or 'Mark 3: point'. */
export function digitName(digit: FixedCharacter, position: number): string {
  const { code, status, script } = digit;
  if (code === null) {
    return t('digit.name.blank', { position });
  }
  if (!isDigit(digit)) {
    const named = { position, name: characterName(code) };
    return isLetterCode(code) ? t(`letter.name.${status}`, named) : t(`mark.name.${status}`, named);
  }
  const guess = writtenGuess(digit);
  const label = characterName(code, script);
  return status === 'check' && guess !== null
    ? t('digit.name.maybe', { position, label, guess })
    : t(`digit.name.${status}`, { position, label });
}

/** A message with the label inside '<0></0>', to be emphasized. */
interface VerdictMessage {
  readonly id: MessageId;
  readonly values: Record<string, unknown>;
}

/** What is known of a digit, in a few words. */
export function verdictMessage(digit: FixedCharacter): VerdictMessage {
  const { code, status, script } = digit;
  const read = codeAsRead(digit);
  const best = read && characterName(read, script);
  if (code === null) {
    return best === null ? { id: 'verdict.blank', values: {} } : { id: 'verdict.blankSeen', values: { best } };
  }
  const guess = writtenGuess(digit);
  const values = { label: characterName(code, script), best, guess, share: shareWords(digit) };
  switch (status) {
    case 'check':
      if (digit.chosenToFit) return { id: `verdict.fit.${digit.chosenToFit}`, values };
      return { id: guess === null ? 'verdict.check' : 'verdict.maybe', values };
    case 'edited':
      return { id: read === null || read === code ? 'verdict.edited' : 'verdict.editedFrom', values };
    default:
      return { id: `verdict.${status}`, values };
  }
}

function shareWords(character: FixedCharacter): string {
  if (codeAsRead(character) === null) return '';
  return t('verdict.share', { probability: formatProbability(probabilityOf(character)) });
}

/** What a screen reader says after a correction: what happened, and the number as it stands now. */
export function spokenEdit(edit: Edit, before: FixedReading, after: FixedReading, isAllChecked: boolean): string {
  if ('table' in edit) return whatHappened(edit, before);
  const words = [whatHappened(edit, before), numberAround(edit, before, after)];
  return [...words, isAllChecked ? t('spoken.edit.done') : ''].filter((part) => part !== '').join('; ');
}

function whatHappened(edit: Edit, before: FixedReading): string {
  const nameAfter = ({ id, code }: { readonly id: number; readonly code: string }) =>
    characterName(code, findCharacter(before, id)?.script);
  const position = (id: number | null) => charactersOf(before).findIndex((digit) => digit.id === id) + 1;
  switch (edit.kind) {
    case 'replace':
      return t('spoken.edit.replace', { position: position(edit.id), label: nameAfter(edit) });
    case 'accept':
      return t('spoken.edit.accept', { position: position(edit.id) });
    case 'remove':
      return t('spoken.edit.remove', { position: position(edit.id) });
    case 'add':
      return t('spoken.edit.add');
    case 'split':
      return t('spoken.edit.split', { position: position(edit.id) });
    case 'merge':
      return t('spoken.edit.merge', { position: position(edit.id), next: position(edit.id) + 1 });
    case 'relabel':
      return t('spoken.edit.relabel', { count: edit.codes.length });
    case 'accept-number':
      return t('spoken.edit.acceptNumber');
    case 'read-as':
      return t('script.readAs', { scripts: t(`script.${edit.script}`) });
    case 'rewrite':
      return t('spoken.edit.rewrite');
    case 'write':
      return t('spoken.edit.write');
    case 'choose-by-rule':
      return t('spoken.edit.choose-by-rule', { count: edit.numbers.length });
    case 'leave-out':
      return t('spoken.edit.leaveOut');
    case 'bring-back':
      return t('spoken.edit.bringBack');
    case 'clear':
      return t('spoken.edit.clear');
    default:
      return t(`spoken.edit.${edit.kind}`);
  }
}

/** After these the character that they name is gone; what comes in its place has the next id. */
const REPLACING: ReadonlySet<Edit['kind']> = new Set(['split', 'merge', 'remove', 'clear']);

function numberAround(edit: Edit, before: FixedReading, after: FixedReading): string {
  const wanted = 'id' in edit && !REPLACING.has(edit.kind) ? edit.id : before.nextId;
  const number = after.lines.flatMap(numbersOf).find((digits) => digits.some((digit) => digit.id === wanted));
  return number ? t('spoken.edit.number', { number: spokenDigits(number) }) : '';
}
