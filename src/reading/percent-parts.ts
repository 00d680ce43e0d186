import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import type { RecognizedDigit } from '../contract/recognition';
import { centerX } from '../imaging/box';
import type { LineReading } from '../line/read-lines';

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
    return (
      prediction.ranked[0]?.label === 0 && behind > 0 && behind <= READING_THRESHOLDS.percentReach * sign.box.height
    );
  };
  return located.filter((digit) => !isCircle(digit));
}
