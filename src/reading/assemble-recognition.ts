import type { Box, PixelImage } from '../contract/image';
import type {
  CharacterPlace,
  Doubt,
  Recognition,
  RecognizedDigit,
  RecognizedMark,
  RecognizedNumber,
} from '../contract/recognition';
import type { RecognizedTable } from '../contract/recognized-table';
import { lineOf, numberOf } from '../numbers/number-of';
import type { CellPlace } from './number-part';
import type { ReadNumber, ReadNumbers } from './read-number';

type Assembled = Omit<Recognition, 'modelVersion' | 'backend' | 'elapsedMs'>;

/** Puts what was read into the form of a `Recognition`, boxes in pixels of the original. */
export function assembleRecognition(image: PixelImage, read: ReadNumbers): Assembled {
  const scaled = scaler(image);
  const digits: RecognizedDigit[] = [];
  const marks: RecognizedMark[] = [];
  const numbers: RecognizedNumber[] = [];
  const numberInCell = new Map<string, number>();
  const lines = read.rows.map((row) =>
    lineOf(
      row.map((number) => {
        const places = number.characters.map((character): CharacterPlace => {
          if (character.kind === 'mark') {
            return { kind: 'mark', index: marks.push({ ...character.mark, box: scaled(character.mark.box) }) - 1 };
          }
          const { region } = character.digit;
          const digit = { ...character.digit, region: { ...region, box: scaled(region.box) } };
          return { kind: 'digit', index: digits.push(digit) - 1 };
        });
        const index =
          numbers.push({
            ...withDoubts(numberOf(places, { digits, marks }), number),
            ...(number.box && { box: scaled(number.box) }),
          }) - 1;
        if (number.cell && !numbers[index]!.isStruckOut) numberInCell.set(keyOf(number.cell), index);
        return index;
      }),
      numbers,
    ),
  );
  const tables = read.tables.map(
    (rows, table): RecognizedTable => ({
      rows: rows.map((row, at) =>
        row.map((box, column) => ({
          numberIndex: numberInCell.get(keyOf({ table, row: at, column })) ?? null,
          box: scaled(box),
        })),
      ),
    }),
  );
  return {
    imageWidth: image.originalWidth,
    imageHeight: image.originalHeight,
    digits,
    marks,
    numbers,
    otherInk: read.otherInk.map((ink) => ({ ...ink, box: scaled(ink.box) })),
    tables,
    lines,
    text: lines.map((line) => line.text).join('\n'),
  };
}

function keyOf({ table, row, column }: CellPlace): string {
  return `${table} ${row} ${column}`;
}

/** A number made of its characters, with what the reading of the whole number adds. */
function withDoubts(
  made: RecognizedNumber,
  { doubts, confidence, alternatives, scripts }: ReadNumber,
): RecognizedNumber {
  const all: readonly Doubt[] = [...new Set([...made.doubts, ...doubts])];
  return {
    ...made,
    confidence,
    doubts: all,
    verdict: all.length > 0 ? 'check' : 'sure',
    alternatives: alternatives.filter(({ text }) => text !== made.text),
    ...(scripts && { scripts }),
  };
}

function scaler(image: PixelImage): (box: Box) => Box {
  const scaleX = image.originalWidth / image.width;
  const scaleY = image.originalHeight / image.height;
  return ({ x, y, width, height }) => ({
    x: x * scaleX,
    y: y * scaleY,
    width: width * scaleX,
    height: height * scaleY,
  });
}
