import type { RecognizedDigit } from '../contract/recognition';
import { centerX } from '../imaging/box';
import type { LineReading } from '../line/read-lines';

/** Heights of the line from the middle of the sign to that of its second circle, at most. */
const REACH = 0.8;

/**
 * The located digits without the second circle of a percent sign, which alone is a 0: nothing stands behind the sign in
 * what the line reader saw.
 */
export function withoutPercentParts(
  located: readonly RecognizedDigit[],
  { characters }: LineReading,
): readonly RecognizedDigit[] {
  const sign = characters.at(-1);
  if (sign?.code !== '%') return located;
  const isCircle = ({ prediction, region: { box } }: RecognizedDigit) => {
    const behind = centerX(box) - centerX(sign.box);
    return prediction.ranked[0]?.label === 0 && behind > 0 && behind <= REACH * sign.box.height;
  };
  return located.filter((digit) => !isCircle(digit));
}
