import { expect, it } from 'vitest';
import type { ScriptVote } from '../classify/tell-script';
import { NUMERAL_SCRIPTS, type NumeralScriptId } from '../contract/numeral-scripts';
import type { DigitRegion, RecognizedDigit } from '../contract/recognition';
import { testDigit } from '../numbers/test-recognition';
import { doubtScripts } from './choose-scripts';
import type { ReadNumbers } from './read-number';

function numberOf(digits: readonly RecognizedDigit[]): ReadNumbers {
  const characters = digits.map((digit) => ({ kind: 'digit' as const, digit }));
  return { rows: [[{ characters, confidence: 0.9, doubts: [], alternatives: [] }]], otherInk: [], tables: [] };
}

function doubtsOf(digits: readonly RecognizedDigit[], shares: Partial<Record<NumeralScriptId, number>>) {
  const vote: ScriptVote = {
    shares: Float64Array.from(NUMERAL_SCRIPTS, ({ id }) => shares[id] ?? 0),
    notDigitProbability: 0,
  };
  const votes = new Map<DigitRegion, ScriptVote>(digits.map(({ region }) => [region, vote]));
  return doubtScripts(numberOf(digits), votes).rows[0]![0]!.doubts;
}

const inScript = (script: NumeralScriptId, labels: readonly number[]) =>
  labels.map((label, at) => ({ ...testDigit(label, { x: 30 * at }), script }));

it('a number is to be checked where its script is unclear', () => {
  expect(doubtsOf(inScript('gujarati', [2]), { gujarati: 0.6, devanagari: 0.4 })).toEqual(['unclear-script']);
  expect(doubtsOf(inScript('gujarati', [2, 7, 8]), { gujarati: 0.9, devanagari: 0.1 })).toEqual([]);
});

it('a number knows its script and the next likely ones', () => {
  const digits = inScript('gujarati', [2, 7]);
  const vote: ScriptVote = {
    shares: Float64Array.from(
      NUMERAL_SCRIPTS,
      ({ id }) => ({ gujarati: 0.6, devanagari: 0.3, bengali: 0.1 })[id as string] ?? 0,
    ),
    notDigitProbability: 0,
  };
  const votes = new Map<DigitRegion, ScriptVote>(digits.map(({ region }) => [region, vote]));
  const { scripts } = doubtScripts(numberOf(digits), votes).rows[0]![0]!;
  expect(scripts?.slice(0, 3)).toEqual(['gujarati', 'devanagari', 'bengali']);
});

it('what Arabic-Indic and Persian write alike is no reason to check it, what they write differently is', () => {
  const shares = { 'arabic-indic': 0.5, persian: 0.5 };
  expect(doubtsOf(inScript('arabic-indic', [1, 7, 0]), shares)).toEqual([]);
  expect(doubtsOf(inScript('arabic-indic', [1, 4, 0]), shares)).toEqual(['unclear-script']);
});
