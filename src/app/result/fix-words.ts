import type { Edit } from '../../corrections/edit';
import { digitsOf, type FixedDigit, type FixedReading, numbersOf } from '../../corrections/fixed-reading';
import { formatProbability } from '../words/format-probability';
import { secondGuess, spokenDigits } from './spoken-reading';

/** A digit as its button is called, e.g. 'Digit 2: 0, uncertain, maybe 9'. */
export function digitName(digit: FixedDigit, position: number): string {
  const { label, mark } = digit;
  if (label === null) {
    return `Digit ${position}: blank, to be typed`;
  }
  const guess = secondGuess(digit);
  const state = {
    sure: '',
    check: `, uncertain${guess === null ? '' : `, maybe ${guess}`}`,
    accepted: ', accepted',
    edited: ', corrected',
  }[mark];
  return `Digit ${position}: ${label}${state}`;
}

/** What is known of a digit, in a few words. `lead` names the state, `rest` says more. */
export function verdictWords(digit: FixedDigit): { readonly lead: string; readonly rest: string } {
  const { label, mark, prediction } = digit;
  const best = prediction?.ranked[0];
  if (label === null) {
    return { lead: 'Blank', rest: best ? `, the reader sees no digit, at most ${best.label}` : ', to be typed' };
  }
  const probability = prediction?.ranked.find((candidate) => candidate.label === label)?.probability;
  const share = probability === undefined ? '' : ` (${formatProbability(probability)})`;
  const guess = secondGuess(digit);
  switch (mark) {
    case 'sure':
      return { lead: 'Sure: ', rest: share };
    case 'check':
      return { lead: 'Check: ', rest: `${share}${guess === null ? '' : `, maybe ${guess}`}` };
    case 'accepted':
      return { lead: 'Accepted by you: ', rest: share };
    case 'edited':
      return {
        lead: 'Corrected by you: ',
        rest: best && best.label !== label ? `, the reader took it for ${best.label}` : '',
      };
  }
}

/** What a screen reader says after a correction: what happened, and the number as it stands now. */
export function spokenEdit(edit: Edit, before: FixedReading, after: FixedReading, isAllChecked: boolean): string {
  const words = [whatHappened(edit, before), numberAround(edit, before, after)];
  return [...words, isAllChecked ? 'nothing left to check' : ''].filter((part) => part !== '').join('; ');
}

function whatHappened(edit: Edit, before: FixedReading): string {
  const position = (id: number | null) => digitsOf(before).findIndex((digit) => digit.id === id) + 1;
  switch (edit.kind) {
    case 'replace':
      return `Digit ${position(edit.id)} is ${edit.label}`;
    case 'accept':
      return `Digit ${position(edit.id)} accepted`;
    case 'remove':
      return `Digit ${position(edit.id)} removed`;
    case 'add':
      return 'Digit added';
    case 'split':
      return `Digit ${position(edit.id)} split in two`;
    case 'merge':
      return `Digits ${position(edit.id)} and ${position(edit.id) + 1} are one`;
    case 'relabel':
      return edit.labels.length === 1 ? '1 digit changed' : `${edit.labels.length} digits changed`;
  }
}

function numberAround(edit: Edit, before: FixedReading, after: FixedReading): string {
  const isChanged = edit.kind === 'replace' || edit.kind === 'accept';
  const wanted = isChanged ? edit.id : before.nextId;
  const number = after.lines.flatMap(numbersOf).find((digits) => digits.some((digit) => digit.id === wanted));
  return number ? `number ${spokenDigits(number)}` : '';
}
