import type { Box, GrayImage } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import type { OtherInk } from '../contract/recognition';
import { sharedHeight, sharedWidth } from '../imaging/box';
import type { InkComponent } from '../imaging/ink-components';
import type { ReadNumber, ReadNumbers } from './read-number';

const INK = READING_THRESHOLDS.unexplainedInk;

/**
 * Accounts for the ink beside and inside numbers: a piece of about a digit's size that no character, letter, cross or
 * line explains is reported, and its number is to be checked.
 *
 * @param components pieces of ink, in pixels of the page as the boxes of the numbers are
 */
export function explainInk(
  read: ReadNumbers,
  components: readonly InkComponent[],
  page: Pick<GrayImage, 'width' | 'height'>,
): ReadNumbers {
  const explained = [
    ...read.rows.flat().flatMap((number) => number.characters.map(boxOf)),
    ...read.otherInk.map(({ box }) => box),
  ];
  const heights = read.rows
    .flat()
    .flatMap(digitBoxes)
    .map(({ height }) => height);
  // Most pieces on a page are far too small or too large to be a digit of any number.
  const [least, most] = [INK.size.least * Math.min(...heights), INK.size.most * Math.max(...heights)];
  const sized = components.filter(({ box }) => box.height >= least && box.height <= most);
  const unexplained: OtherInk[] = [];
  const rows = read.rows.map((row) =>
    row.map((number): ReadNumber => {
      const boxes = digitBoxes(number);
      const here = sized.filter(
        (component) =>
          isBeside(component, boxes) && !isFrame(component.box, boxes, page) && !isExplained(component.box, explained),
      );
      if (here.length === 0) return number;
      unexplained.push(...here.map(({ box }): OtherInk => ({ kind: 'unexplained', box })));
      return { ...number, doubts: [...number.doubts, 'unexplained-ink'] };
    }),
  );
  return { ...read, rows, otherInk: [...read.otherInk, ...unexplained] };
}

function digitBoxes({ characters }: ReadNumber): Box[] {
  return characters.filter(({ kind }) => kind === 'digit').map(boxOf);
}

/** @param boxes of the number's digits */
function isBeside({ box, fill }: InkComponent, boxes: readonly Box[]): boolean {
  const nearest = boxes.reduce((best, other) => (sharedWidth(box, other) > sharedWidth(box, best) ? other : best));
  const { height } = nearest;
  const isRuling =
    box.width > INK.ruling.length * height ||
    box.height < INK.ruling.thin * box.width ||
    (fill < INK.ruling.fill && Math.max(box.width, box.height) > INK.size.most * height);
  return (
    !isRuling &&
    box.height >= INK.size.least * height &&
    box.height <= INK.size.most * height &&
    -sharedWidth(box, nearest) <= INK.reach.beside * height &&
    Math.abs(box.y + box.height / 2 - nearest.y - height / 2) <= INK.reach.middle * height
  );
}

/** A thin upright line that a picture cut out of a form has at its side, or that is much taller than the digits. */
function isFrame(box: Box, digits: readonly Box[], page: Pick<GrayImage, 'width' | 'height'>): boolean {
  const edge = INK.frame.edge * page.width;
  const isAtSide = box.x <= edge || box.x + box.width >= page.width - edge;
  const tallest = Math.max(...digits.map(({ height }) => height));
  const least = isAtSide ? INK.frame.tallAtSide : INK.frame.tall;
  return box.width <= INK.frame.thin * box.height && box.height >= least * tallest;
}

function isExplained(box: Box, explained: readonly Box[]): boolean {
  const covered = explained.reduce((sum, other) => {
    const across = sharedWidth(box, other);
    return across > 0 && sharedHeight(box, other) > 0 ? sum + across : sum;
  }, 0);
  return covered >= INK.explained * box.width;
}

function boxOf(character: ReadNumber['characters'][number]): Box {
  return character.kind === 'digit' ? character.digit.region.box : character.mark.box;
}
