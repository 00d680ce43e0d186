import type { Edit } from '../../../corrections/edit';
import { digitsOf, type FixedDigit, type FixedReading, numbersOf } from '../../../corrections/fixed-reading';
import { formatProbability } from '../../base/i18n/format-probability';
import { type MessageId, t } from '../../base/i18n/i18n';
import { secondGuess, spokenDigits } from './spoken-reading';

/** A digit as its button is called, e.g. 'Digit 2: 0, uncertain, maybe 9'. */
export function digitName(digit: FixedDigit, position: number): string {
  const { label, mark } = digit;
  if (label === null) {
    return t('digit.name.blank', { position });
  }
  const guess = secondGuess(digit);
  return mark === 'check' && guess !== null
    ? t('digit.name.maybe', { position, label, guess })
    : t(`digit.name.${mark}`, { position, label });
}

/** A message with the label inside '<0></0>', to be emphasized. */
interface VerdictMessage {
  readonly id: MessageId;
  readonly values: Record<string, unknown>;
}

/** What is known of a digit, in a few words. */
export function verdictMessage(digit: FixedDigit): VerdictMessage {
  const { label, mark, prediction } = digit;
  const best = prediction?.ranked[0]?.label ?? null;
  if (label === null) {
    return best === null ? { id: 'verdict.blank', values: {} } : { id: 'verdict.blankSeen', values: { best } };
  }
  const guess = secondGuess(digit);
  const values = { label, best, guess, share: shareWords(digit) };
  switch (mark) {
    case 'check':
      if (digit.chosenToFit) return { id: `verdict.fit.${digit.chosenToFit}`, values };
      return { id: guess === null ? 'verdict.check' : 'verdict.maybe', values };
    case 'edited':
      return { id: best === null || best === label ? 'verdict.edited' : 'verdict.editedFrom', values };
    default:
      return { id: `verdict.${mark}`, values };
  }
}

function shareWords({ label, prediction }: FixedDigit): string {
  const probability = prediction?.ranked.find((candidate) => candidate.label === label)?.probability;
  return probability === undefined ? '' : t('verdict.share', { probability: formatProbability(probability) });
}

/** What a screen reader says after a correction: what happened, and the number as it stands now. */
export function spokenEdit(edit: Edit, before: FixedReading, after: FixedReading, isAllChecked: boolean): string {
  const words = [whatHappened(edit, before), numberAround(edit, before, after)];
  return [...words, isAllChecked ? t('spoken.edit.done') : ''].filter((part) => part !== '').join('; ');
}

function whatHappened(edit: Edit, before: FixedReading): string {
  const position = (id: number | null) => digitsOf(before).findIndex((digit) => digit.id === id) + 1;
  switch (edit.kind) {
    case 'replace':
      return t('spoken.edit.replace', { position: position(edit.id), label: edit.label });
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
      return t('spoken.edit.relabel', { count: edit.labels.length });
  }
}

function numberAround(edit: Edit, before: FixedReading, after: FixedReading): string {
  const isChanged = edit.kind === 'replace' || edit.kind === 'accept';
  const wanted = isChanged ? edit.id : before.nextId;
  const number = after.lines.flatMap(numbersOf).find((digits) => digits.some((digit) => digit.id === wanted));
  return number ? t('spoken.edit.number', { number: spokenDigits(number) }) : '';
}
