import type { Box } from '../contract/image';
import type {
  CharacterPlace,
  Doubt,
  ReadingLine,
  RecognizedDigit,
  RecognizedMark,
  RecognizedNumber,
} from '../contract/recognition';
import { boxAround } from '../imaging/box';
import { interpretNumber } from './interpret-number';

/** The digits and marks that places point into. */
export interface Characters {
  readonly digits: readonly RecognizedDigit[];
  readonly marks: readonly RecognizedMark[];
}

interface Character {
  readonly code: string;
  readonly box: Box;
  readonly confidence: number;
  readonly isDoubtful: boolean;
}

/**
 * The number that characters make, without what only the reader of the picture knows: its confidence is the product of
 * those of its characters, its doubts are theirs and those of its text.
 *
 * @param places from left to right, at least one
 */
export function numberOf(places: readonly CharacterPlace[], characters: Characters): RecognizedNumber {
  const found = places.map((place) => characterAt(place, characters));
  const text = found.map(({ code }) => code).join('');
  const { kind, value, doubts } = interpretNumber(text);
  const unclear: readonly Doubt[] = found.some(({ isDoubtful }) => isDoubtful) ? ['unclear-character'] : [];
  const all = [...unclear, ...doubts];
  return {
    text,
    value,
    kind,
    characters: places,
    box: boxAround(found.map(({ box }) => box)),
    verdict: all.length > 0 ? 'check' : 'sure',
    confidence: found.reduce((product, { confidence }) => product * confidence, 1),
    doubts: all,
    alternatives: [],
    isStruckOut: false,
  };
}

/** A line of those of its numbers that count. */
export function lineOf(numberIndexes: readonly number[], numbers: readonly RecognizedNumber[]): ReadingLine {
  const counted = numberIndexes.filter((index) => !numbers[index]!.isStruckOut && !numbers[index]!.isLabel);
  return { text: counted.map((index) => numbers[index]!.text).join(' '), numberIndexes: counted };
}

function characterAt({ kind, index }: CharacterPlace, { digits, marks }: Characters): Character {
  if (kind === 'mark') {
    const { code, box, confidence, verdict } = marks[index]!;
    return { code, box, confidence, isDoubtful: verdict === 'check' };
  }
  const { region, prediction } = digits[index]!;
  const { label = 0, probability = 0 } = prediction.ranked[0] ?? {};
  return {
    code: String(label),
    box: region.box,
    confidence: probability,
    isDoubtful: prediction.verdict !== 'sure',
  };
}
