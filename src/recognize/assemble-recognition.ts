import type { Box, PixelImage } from '../contract/image';
import type { DigitRegion, ReadingLine, Recognition, RecognizedDigit } from '../contract/recognition';
import { readingLines } from '../locate/reading-order';

/**
 * Puts the digits in reading order and their boxes into pixels of the original; regions that the classifier takes for
 * no digit are left out.
 *
 * @param read digits with their boxes in pixels of the decoded picture
 */
export function assembleRecognition(
  image: PixelImage,
  read: readonly RecognizedDigit[],
): Omit<Recognition, 'modelVersion' | 'backend' | 'elapsedMs'> {
  const found = read
    .filter((digit) => digit.prediction.verdict !== 'not-a-digit')
    .map((digit) => ({ ...digit, region: toOriginal(digit.region, image) }));
  const rows = readingLines(found.map((digit) => digit.region.box));

  const digits: RecognizedDigit[] = [];
  const lines = rows.map((row): ReadingLine => {
    const digitIndexes = row.indexes.map((index) => digits.push(found[index]!) - 1);
    return { text: lineText(digitIndexes, row.gapsAfter), digitIndexes };
  });
  return {
    imageWidth: image.originalWidth,
    imageHeight: image.originalHeight,
    digits,
    lines,
    text: lines.map((line) => line.text).join('\n'),
  };

  function lineText(digitIndexes: readonly number[], gapsAfter: readonly boolean[]): string {
    const characters = digitIndexes.map((digitIndex, position) => {
      const label = digits[digitIndex]!.prediction.ranked[0]!.label;
      return gapsAfter[position] ? `${label} ` : `${label}`;
    });
    return characters.join('').trimEnd();
  }
}

function toOriginal(region: DigitRegion, image: PixelImage): DigitRegion {
  const scaleX = image.originalWidth / image.width;
  const scaleY = image.originalHeight / image.height;
  const { x, y, width, height } = region.box;
  const box: Box = { x: x * scaleX, y: y * scaleY, width: width * scaleX, height: height * scaleY };
  return { ...region, box };
}
