import type { Box } from '../contract/image';
import { boxAround } from '../imaging/box';
import { codeOf, type FixedCharacter } from './fixed-reading';

/** A way from one text to another: the cost so far, and what the last step did. */
interface Step {
  readonly cost: number;
  readonly kind: 'start' | 'keep' | 'change' | 'add' | 'drop';
}

/** A character for each of the new text: one that stood there, or null where one has to be added. */
type Match = FixedCharacter | null;

/**
 * The characters of a number that was given another text as a whole: as many as possible stay in their places (fewest
 * changes, Levenshtein 1966), what is new stands between its neighbors. All of them were said by a person then.
 *
 * @param characters of one number, at least one
 * @param text at least one digit or mark
 * @param nextId the first id that is free; one more is taken for each character that is added
 */
export function rewriteNumber(
  characters: readonly FixedCharacter[],
  text: string,
  nextId: number,
): readonly FixedCharacter[] {
  const codes = [...text];
  const matches = matched(characters, codes);
  const whole = boxAround(characters.map(({ box }) => box));
  const isBeforeGap = characters.at(-1)!.isBeforeGap;
  let id = nextId;
  return codes.map((code, index): FixedCharacter => {
    const match = matches[index] ?? null;
    const isLast = index === codes.length - 1;
    const rest = { code, isBeforeGap: isLast && isBeforeGap };
    if (match) return { ...match, ...rest, status: match.code === code ? 'accepted' : 'edited' };
    id += 1;
    const box = boxBetween(matches.slice(0, index), matches.slice(index + 1), whole);
    const { numberIndex, cell, script } = characters[0]!;
    const origin = { numberIndex, cell, script };
    return { id: id - 1, box, status: 'edited', prediction: null, glyph: null, mark: null, ...origin, ...rest };
  });
}

function matched(characters: readonly FixedCharacter[], codes: readonly string[]): readonly Match[] {
  const steps = editSteps(characters.map(codeOf), codes);
  const matches: Match[] = [];
  let [row, column] = [characters.length, codes.length];
  while (row > 0 || column > 0) {
    const { kind } = steps[row]![column]!;
    if (kind === 'drop') row -= 1;
    else {
      matches.unshift(kind === 'add' ? null : characters[row - 1]!);
      column -= 1;
      if (kind !== 'add') row -= 1;
    }
  }
  return matches;
}

/** @returns for each prefix of both texts the cheapest way from one to the other */
function editSteps(old: readonly string[], fresh: readonly string[]): readonly (readonly Step[])[] {
  const steps: Step[][] = [];
  for (let row = 0; row <= old.length; row += 1) {
    const line: Step[] = [];
    steps.push(line);
    for (let column = 0; column <= fresh.length; column += 1) {
      const isSame = row > 0 && column > 0 && old[row - 1] === fresh[column - 1];
      const ways: Step[] = [];
      if (row === 0 && column === 0) ways.push({ cost: 0, kind: 'start' });
      if (row > 0 && column > 0) {
        const before = steps[row - 1]![column - 1]!.cost;
        ways.push(isSame ? { cost: before, kind: 'keep' } : { cost: before + 1, kind: 'change' });
      }
      if (column > 0) ways.push({ cost: line[column - 1]!.cost + 1, kind: 'add' });
      if (row > 0) ways.push({ cost: steps[row - 1]![column]!.cost + 1, kind: 'drop' });
      line.push(ways.reduce((best, way) => (way.cost < best.cost ? way : best)));
    }
  }
  return steps;
}

/** A narrow box between the nearest characters on both sides, as tall as the number. */
function boxBetween(before: readonly Match[], after: readonly Match[], whole: Box): Box {
  const left = before.findLast((match) => match !== null)?.box;
  const right = after.find((match) => match !== null)?.box;
  const from = left ? left.x + left.width : whole.x;
  const to = right ? right.x : whole.x + whole.width;
  const width = Math.max(whole.height / 4, to - from);
  return { x: (from + to - width) / 2, y: whole.y, width, height: whole.height };
}
