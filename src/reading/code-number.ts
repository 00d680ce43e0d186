import { glyphAt } from '../classify/classify-regions';
import { isLetterCode } from '../contract/characters';
import type { Expectation } from '../contract/expectation';
import type { GrayImage } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import type { Doubt, NumberVerdict, RecognizedDigit } from '../contract/recognition';
import { boxOf } from '../plates/quad';
import type { PlateCharacter, PlateReading } from '../plates/read-plates';
import type { ReadCharacter, ReadNumber } from './read-number';
import { settleCode } from './settle-code';

const CODE = READING_THRESHOLDS.code;

/** What was read on a plate or in a line as a number of digits and letters; null where nothing was. */
export function codeNumber(page: GrayImage, reading: PlateReading, expectation: Expectation): ReadNumber | null {
  const settled = settleCode(reading, expectation);
  const characters = settled ? reading.charactersOf(settled.text) : [];
  if (!settled || characters.length === 0) return null;
  const { text, probability, isSettled, isFitting, lookAlikes } = settled;
  const isSure = probability >= CODE.sure && isFitting && !isSettled && lookAlikes.length === 0;
  const first = reading.texts.find((each) => each.text !== '')!.text;
  const doubts: Doubt[] = [];
  if (isSettled) doubts.push('settled-by-pattern');
  else if (!isFitting) doubts.push('does-not-fit');
  else if (!isSure) doubts.push('unclear-character');
  return {
    characters: characters.map((character, index): ReadCharacter => {
      const isChosen = isSettled && first.length === text.length && first[index] !== character.code;
      const isClear = isSure || character.probability >= CODE.sureCharacter;
      return asCharacter(page, character, isClear && !isChosen ? 'sure' : 'check', isChosen, reading);
    }),
    confidence: probability,
    box: boxOf(reading.quad),
    doubts,
    alternatives: alternativesTo(text, [...lookAlikes, ...reading.texts.filter(isPlausible)]),
  };
}

function isPlausible({ probability }: PlateReading['texts'][number]): boolean {
  return probability >= CODE.leastOther;
}

/** Each text once. */
function alternativesTo(text: string, others: PlateReading['texts']): ReadNumber['alternatives'] {
  const known = new Map(others.map((other) => [other.text, other.probability]));
  return [...known].flatMap(([other, confidence]) =>
    other === '' || other === text ? [] : { text: other, confidence },
  );
}

function asCharacter(
  page: GrayImage,
  character: PlateCharacter,
  verdict: NumberVerdict,
  isChosen: boolean,
  { score }: Pick<PlateReading, 'score'>,
): ReadCharacter {
  const { code, box, probability } = character;
  const chosen = isChosen && { chosenToFit: 'label' as const };
  if (isLetterCode(code)) return { kind: 'mark', mark: { code, box, confidence: probability, verdict, ...chosen } };
  const prediction = { ...rankedDigits(character), verdict };
  return { kind: 'digit', digit: { region: { box, score }, prediction, glyph: glyphAt(page, box), ...chosen } };
}

/** The ten digits as the reader of plates weighs them; what it takes for a letter is no digit. */
function rankedDigits({ code, digits }: PlateCharacter): Omit<RecognizedDigit['prediction'], 'verdict'> {
  const all = digits
    .map((probability, label) => ({ label, probability }))
    .sort((a, b) => b.probability - a.probability);
  const label = Number(code);
  const ranked = [...all.filter((each) => each.label === label), ...all.filter((each) => each.label !== label)];
  const total = all.reduce((sum, { probability }) => sum + probability, 0);
  return { ranked, notDigitProbability: Math.max(0, 1 - total) };
}
