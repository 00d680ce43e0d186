import type { Box, GrayImage } from '../../contract/image';
import { inkBox } from '../../imaging/ink-box';
import type { LabelledPicture } from '../labelled-set';
import type { MeasuredPart } from '../measured-part';
import { type SeededRandom, seededRandom } from '../seeded-random';
import { clearGap, type InkDigit, inkDigit, joined, onPicture, sideBySide, stripPicture } from './digit-strip';
import { withStroke } from './pen-stroke';

const PICTURES = 60;
/** Paper around a mark that still belongs to it, in pixels of the picture, whose digits are 60 tall. */
const AROUND = 6;

/** Amounts of MNIST's test digits with a drawn point or comma: what counts is that the mark is not read as a digit. */
export function amountMarks(digits: readonly LabelledPicture[]): MeasuredPart[] {
  return ['decimal point', 'decimal comma'].map((name) => {
    const random = seededRandom(name);
    const pictures = Array.from({ length: PICTURES }, (_, index) =>
      amount(`${name} ${index}`, digits, name === 'decimal comma', random),
    );
    return { name: `${name} in an amount`, pictures };
  });
}

function amount(
  name: string,
  digits: readonly LabelledPicture[],
  isComma: boolean,
  random: SeededRandom,
): LabelledPicture {
  const some = (count: number) => Array.from({ length: count }, (): InkDigit => inkDigit(random.pick(digits)));
  const gap = clearGap(random);
  const whole = sideBySide(some(random.integer(1, 5)), gap).ink;
  const cents = sideBySide(some(2), gap).ink;
  const mark = drawnMark(whole, isComma, random);
  const markLeft = whole.width + random.integer(0, 3);
  const withMark = joined(whole, mark, markLeft);
  const ink = joined(withMark, cents, withMark.width + random.integer(0, 4));
  const box = inkBox(mark);
  const place = onPicture({ ...box, x: markLeft + box.x });
  return { ...stripPicture(name, { label: '', ink }), onlyIn: widened(place) };
}

function drawnMark({ height, width, data }: GrayImage, isComma: boolean, random: SeededRandom): GrayImage {
  const base = inkBox({ width, height, data }).y + inkBox({ width, height, data }).height - 2;
  const side = 6;
  const empty = { width: side, height, data: new Uint8Array(side * height) };
  const from = { x: 3.5, y: base };
  const to = isComma ? { x: random.uniform(1, 2.5), y: Math.min(height - 1, base + random.uniform(2.5, 4.5)) } : from;
  return withStroke(empty, from, to, isComma ? random.uniform(1.8, 2.6) : random.uniform(2, 3.2));
}

function widened({ x, y, width, height }: Box): Box {
  return { x: x - AROUND, y: y - AROUND, width: width + 2 * AROUND, height: height + 2 * AROUND };
}
