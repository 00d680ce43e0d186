import type { Box } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import { boxAround, centerX, centerY, containment } from '../imaging/box';
import type { InkComponent } from '../imaging/ink-components';
import type { ReadNumber } from './read-number';

const INK = READING_THRESHOLDS.markInk;

/**
 * Puts the boxes of marks around their ink: the line reader only knows the columns. A lone digit that turns out to be
 * the ink of another number's mark, as a comma that was located as a 1, is left out.
 *
 * @param components pieces of ink, in pixels of the page as the boxes are
 */
export function placeMarks(
  rows: readonly (readonly ReadNumber[])[],
  components: readonly InkComponent[],
): ReadNumber[][] {
  const placed = rows.map((row) => row.map((number) => withPlacedMarks(number, components)));
  const marks = placed
    .flat()
    .flatMap((number) => number.characters.flatMap((each) => (each.kind === 'mark' ? [{ number, ...each.mark }] : [])));
  const isMark = (number: ReadNumber) => {
    const [only, ...others] = number.characters;
    if (only?.kind !== 'digit' || others.length > 0) return false;
    const { box } = only.digit.region;
    return marks.some((mark) => mark.number !== number && containment(mark.box, box) >= INK.sameInk);
  };
  return placed.map((row) => row.filter((number) => !isMark(number))).filter((row) => row.length > 0);
}

function withPlacedMarks(number: ReadNumber, components: readonly InkComponent[]): ReadNumber {
  const digits = number.characters.flatMap((each) => (each.kind === 'digit' ? [each.digit.region.box] : []));
  const characters = number.characters.map((character) => {
    if (character.kind === 'digit') return character;
    const pieces = components.map(({ box }) => box).filter((piece) => isOfMark(piece, character.mark.box, digits));
    if (pieces.length === 0) return character;
    return { ...character, mark: { ...character.mark, box: boxAround(pieces) } };
  });
  return { ...number, characters };
}

/** @param column where the line reader saw the mark, as tall as the line's digits */
function isOfMark(piece: Box, column: Box, digits: readonly Box[]): boolean {
  const { height } = column;
  const away = Math.max(column.x - centerX(piece), centerX(piece) - column.x - column.width);
  return (
    Math.max(piece.height, piece.width) >= INK.size.least * height &&
    Math.max(piece.height, piece.width) <= INK.size.most * height &&
    away <= INK.away.beside * height &&
    centerY(piece) >= column.y - INK.away.above * height &&
    centerY(piece) <= column.y + (1 + INK.away.below) * height &&
    !digits.some((digit) => containment(piece, digit) >= INK.ofDigit)
  );
}
