import type { Box } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import type { RecognizedDigit } from '../contract/recognition';
import { centerY } from '../imaging/box';

const COMMA = READING_THRESHOLDS.lowComma;

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
    comma.height <= COMMA.tallest * height &&
    gap >= -COMMA.under * width &&
    gap <= COMMA.reach * height &&
    comma.y >= y + COMMA.begins * height &&
    comma.y <= y + COMMA.beginsAtMost * height &&
    comma.y + comma.height >= y + height + COMMA.below * comma.height &&
    centerY(comma) > y + COMMA.middle * height
  );
}
