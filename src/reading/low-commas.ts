import type { Box } from '../contract/image';
import type { RecognizedDigit } from '../contract/recognition';
import { centerY } from '../imaging/box';

/** A 1 is a comma when it begins below this share of its left neighbor's height, and ends so far below it, in shares of its own. */
const BEGINS = 0.45;
const BELOW = 0.3;
/** Heights of the neighbor: so far away it may stand, and so tall the comma may be. */
const REACH = 1;
const TALLEST = 1.35;

/** The digits without tall commas that were located and read as ones: they hang from the line that the digit before stands on. */
export function withoutLowCommas(digits: readonly RecognizedDigit[]): readonly RecognizedDigit[] {
  return digits.filter(
    (digit) =>
      digit.prediction.ranked[0]?.label !== 1 ||
      !digits.some((other) => other !== digit && hangsFrom(digit.region.box, other.region.box)),
  );
}

function hangsFrom(comma: Box, { x, y, width, height }: Box): boolean {
  const gap = comma.x - x - width;
  return (
    comma.height <= TALLEST * height &&
    gap >= -0.3 * width &&
    gap <= REACH * height &&
    comma.y >= y + BEGINS * height &&
    comma.y <= y + 1.1 * height &&
    comma.y + comma.height >= y + height + BELOW * comma.height &&
    centerY(comma) > y + 0.8 * height
  );
}
