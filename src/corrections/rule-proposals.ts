import { PROPOSAL_THRESHOLDS } from '../contract/proposal-thresholds';
import { interpretNumber } from '../numbers/interpret-number';
import { isSame, ruleRow, sumOf } from './column-rules';
import type { TableEdit } from './edit';
import { type FixedNumber, numberAround } from './fixed-number';
import type { FixedReading } from './fixed-reading';
import { type Proposal, proposeText } from './propose-fit';
import type { NumberChoice } from './rewrite';
import { type RuleBreak, ruleBreaks } from './rule-breaks';

/** Another reading of a number that mends what breaks a rule. */
export interface RuleProposal extends Proposal {
  readonly broken: RuleBreak;
  /** As it stands. */
  readonly instead: string;
}

/**
 * For what breaks a rule the reader's own other reading that does not: of the number itself or, where a sum is wrong, of
 * one of those that are added up, if only one of them has one.
 */
export function ruleProposals(reading: FixedReading): readonly RuleProposal[] {
  return ruleBreaks(reading).flatMap((broken) => {
    const [number, ...parts] = [broken.characters, ...broken.partCharacters].flatMap(
      (characters) => numberAround(reading, characters[0]?.id ?? null) ?? [],
    );
    if (!number || isSaid(number)) return [];
    const own = proposalFor(broken, number, fitsRule(reading, broken));
    if (broken.sum === null) return own ? [own] : [];
    const others = parts.flatMap((part, at) => proposalFor(broken, part, fitsSum(reading, broken, at)) ?? []);
    const found = own ? [own, ...others] : others;
    return found.length === 1 ? found : [];
  });
}

/**
 * What the rules of a table decide by themselves: each number once, and never by leaving out a character that is written there;
 * null where there is nothing.
 */
export function choiceByRules(reading: FixedReading, table: number): TableEdit | null {
  const numbers = new Map<number, NumberChoice>();
  for (const { broken, edit, text, instead } of ruleProposals(reading)) {
    if (text.length < instead.length) continue;
    const id = edit.kind === 'relabel' ? edit.codes[0]?.id : 'id' in edit ? edit.id : undefined;
    const first = id === undefined ? undefined : numberAround(reading, id)?.characters[0]?.id;
    if (broken.table === table && first !== undefined && !numbers.has(first)) numbers.set(first, { id: first, text });
  }
  return numbers.size > 0 ? { kind: 'choose-by-rule', table, numbers: [...numbers.values()] } : null;
}

function proposalFor(broken: RuleBreak, number: FixedNumber, isFit: (text: string) => boolean): RuleProposal | null {
  if (isSaid(number)) return null;
  const proposal = proposeText(number, isFit, PROPOSAL_THRESHOLDS.rule);
  return proposal && { ...proposal, broken, instead: number.text };
}

/** Whether another text of the number that breaks a rule keeps it. */
function fitsRule({ convention }: FixedReading, { rule, sum }: RuleBreak): (text: string) => boolean {
  return (text) => {
    const { value } = interpretNumber(text, convention);
    if (sum !== null) return value !== null && isSame(value, sum);
    return rule !== null && ruleRow(rule.id).fits({ text, value, parts: null }, rule);
  };
}

/** Whether another text of one of the parts makes the sum right. */
function fitsSum(
  { convention }: FixedReading,
  { text: total, parts }: RuleBreak,
  at: number,
): (text: string) => boolean {
  const worthOf = (text: string) => interpretNumber(text, convention).value ?? Number.NaN;
  return (text) => isSame(sumOf(parts.with(at, text).map(worthOf)), worthOf(total));
}

function isSaid({ characters }: FixedNumber): boolean {
  return characters.every(({ status }) => status === 'accepted' || status === 'edited');
}
