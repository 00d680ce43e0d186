import type { Box, PixelImage } from '../contract/image';
import type {
  CharacterPlace,
  DigitRegion,
  Recognition,
  RecognizedDigit,
  RecognizedNumber,
} from '../contract/recognition';
import { readingLines } from '../locate/reading-order';
import { lineOf, numberOf } from '../numbers/number-of';

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
  const numbers: RecognizedNumber[] = [];
  const lines = rows.map((row) => {
    const numbersOfRow: CharacterPlace[][] = [[]];
    row.indexes.forEach((index, position) => {
      numbersOfRow.at(-1)!.push({ kind: 'digit', index: digits.push(found[index]!) - 1 });
      if (row.gapsAfter[position]) numbersOfRow.push([]);
    });
    const written = numbersOfRow.filter((places) => places.length > 0);
    return lineOf(
      written.map((places) => numbers.push(numberOf(places, { digits, marks: [] })) - 1),
      numbers,
    );
  });
  return {
    imageWidth: image.originalWidth,
    imageHeight: image.originalHeight,
    digits,
    marks: [],
    numbers,
    otherInk: [],
    lines,
    text: lines.map((line) => line.text).join('\n'),
  };
}

function toOriginal(region: DigitRegion, image: PixelImage): DigitRegion {
  const scaleX = image.originalWidth / image.width;
  const scaleY = image.originalHeight / image.height;
  const { x, y, width, height } = region.box;
  const box: Box = { x: x * scaleX, y: y * scaleY, width: width * scaleX, height: height * scaleY };
  return { ...region, box };
}
