import type { Box } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import type { RecognizedDigit } from '../contract/recognition';
import type { LineCharacter } from '../line/read-lines';

/** A place of a line as both voices see it; one of them may see nothing. */
export interface AlignedPlace {
  readonly digit: RecognizedDigit | null;
  readonly character: LineCharacter | null;
}

const ALIGN = READING_THRESHOLDS.align;

/**
 * Pairs located digits with the characters of a line from left to right, so that the distances between partners and the
 * places seen by one voice alone cost least (edit distance, Wagner and Fischer 1974).
 */
export function alignCharacters(
  digits: readonly RecognizedDigit[],
  characters: readonly LineCharacter[],
): AlignedPlace[] {
  const height = characters[0]?.box.height ?? 1;
  const costs = Array.from({ length: digits.length + 1 }, (_, i) =>
    Array.from({ length: characters.length + 1 }, (_, j) =>
      i === 0 ? j * ALIGN.alone : j === 0 ? i * ALIGN.alone : 0,
    ),
  );
  const together = (i: number, j: number) => costOf(digits[i - 1]!, characters[j - 1]!, height);
  for (let i = 1; i <= digits.length; i++) {
    for (let j = 1; j <= characters.length; j++) {
      const pair = costs[i - 1]![j - 1]! + together(i, j);
      costs[i]![j] = Math.min(pair, costs[i - 1]![j]! + ALIGN.alone, costs[i]![j - 1]! + ALIGN.alone);
    }
  }
  const places: AlignedPlace[] = [];
  let [i, j] = [digits.length, characters.length];
  while (i > 0 || j > 0) {
    const here = costs[i]![j]!;
    if (i > 0 && j > 0 && here === costs[i - 1]![j - 1]! + together(i, j)) {
      places.push({ digit: digits[--i]!, character: characters[--j]! });
    } else if (j === 0 || (i > 0 && here === costs[i - 1]![j]! + ALIGN.alone)) {
      places.push({ digit: digits[--i]!, character: null });
    } else {
      places.push({ digit: null, character: characters[--j]! });
    }
  }
  return places.reverse();
}

function costOf({ region, prediction }: RecognizedDigit, { code, box }: LineCharacter, height: number): number {
  const distance = Math.abs(middle(region.box) - middle(box)) / height;
  return distance + (code === String(prediction.ranked[0]?.label) ? 0 : ALIGN.different);
}

function middle({ x, width }: Box): number {
  return x + width / 2;
}
