import type { Box, GrayImage } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import type { RecognizedDigit } from '../contract/recognition';
import { centerX } from '../imaging/box';
import { median } from '../imaging/median';
import { type Curve, endOf, offAt, startOf } from '../layout/curve';
import type { Rulings } from '../layout/find-rulings';
import type { LineCharacter, LineReading } from '../line/read-lines';

const RULING = READING_THRESHOLDS.ruling;

/**
 * The side of a printed box and an upright 1 are the same stroke. Where the line reader saw a 1 on a ruled line that goes
 * on, and no digit was located there, the 1 is the line, unless it
 * stands out more than the line does above and below.
 *
 * @param located digits of the number
 */
export function tellRulings(
  line: LineReading,
  located: readonly RecognizedDigit[],
  { down }: Pick<Rulings, 'down'>,
  page: GrayImage,
): LineReading {
  const isRuling = ({ code, box }: LineCharacter) => {
    const isLocated = located.some(
      ({ region }) => centerX(box) >= region.box.x && centerX(box) <= region.box.x + region.box.width,
    );
    return code === '1' && !isLocated && down.some((curve) => isPiece(box, curve) && !isDrawn(box, curve, page));
  };
  const characters = line.characters.filter((character) => !isRuling(character));
  if (characters.length === line.characters.length) return line;
  const codes = characters.map(({ code }) => code);
  const known = line.readings.find((reading) => reading.codes.join(' ') === codes.join(' '));
  const probability = Math.max(
    known?.probability ?? 0,
    READING_THRESHOLDS.slash.either * (line.readings[0]?.probability ?? 0),
  );
  const others = line.readings.slice(1).filter((each) => each !== known);
  return { ...line, characters, readings: [{ codes, probability }, ...others] };
}

/** The digits without those that are short pieces of a ruled line, read as 1. */
export function withoutRulings(
  digits: readonly RecognizedDigit[],
  { down }: Pick<Rulings, 'down'>,
): readonly RecognizedDigit[] {
  const heights = digits.map(({ region }) => region.box.height).sort((a, b) => a - b);
  const usual = heights[heights.length >> 1] ?? 0;
  return digits.filter(({ prediction, region: { box } }) => {
    const isShortOne = prediction.ranked[0]?.label === 1 && box.height < RULING.short * usual;
    return !isShortOne || !down.some((curve) => isPiece(box, curve));
  });
}

function isPiece(box: Box, curve: Curve): boolean {
  const [top, bottom] = [box.y, box.y + box.height];
  const along = Math.min(bottom, endOf(curve)) - Math.max(top, startOf(curve));
  const beyond = Math.max(0, top - startOf(curve)) + Math.max(0, endOf(curve) - bottom);
  return (
    along >= RULING.along * box.height &&
    beyond >= RULING.beyond * box.height &&
    Math.abs(offAt(curve, (top + bottom) / 2) - centerX(box)) <= RULING.near * box.height
  );
}

/** Whether the line stands out more within the box than beside its ends: somebody drew a stroke on it. */
function isDrawn({ y, height }: Box, curve: Curve, page: GrayImage): boolean {
  const reach = RULING.ends * height;
  const [within, beyond]: [number[], number[]] = [[], []];
  for (let place = Math.max(startOf(curve), y - height); place <= Math.min(endOf(curve), y + 2 * height); place++) {
    if (place >= y + reach && place <= y + height - reach) within.push(contrastAt(place));
    else if (place < y - reach || place > y + height + reach) beyond.push(contrastAt(place));
  }
  return median(within) >= RULING.drawn * median(beyond);

  /** How far the ink on the curve, and near enough for a stroke beside it, is from the paper on both sides, gray levels. */
  function contrastAt(place: number): number {
    const x = offAt(curve, place);
    const paper = (grayAt(page, x - RULING.paper * height, place) + grayAt(page, x + RULING.paper * height, place)) / 2;
    const near = Array.from({ length: 11 }, (_, step) => RULING.near * height * (step / 5 - 1));
    return Math.max(...near.map((off) => Math.abs(grayAt(page, x + off, place) - paper)));
  }
}

function grayAt({ width, height, data }: GrayImage, x: number, y: number): number {
  const column = Math.min(width - 1, Math.max(0, Math.round(x)));
  return data[Math.min(height - 1, Math.max(0, Math.round(y))) * width + column]!;
}
