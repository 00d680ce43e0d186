import type { Box, GrayImage } from '../contract/image';
import { MODEL_CONTRACT } from '../contract/model-contract';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import { resampleSlanted } from '../imaging/resample-slanted';

const { leastColumns } = READING_THRESHOLDS.looks;
const { height, contrastFloor, aboveShare, besideShare, widths } = MODEL_CONTRACT.line;

/** A part of a page that holds one number: a box whose lower and upper sides follow the line's slope. */
export interface LinePart {
  /** In pixels of the page, level with the line at the middle of the box. */
  readonly box: Box;
  /** Pixels down for one pixel to the right. */
  readonly slope: number;
}

export interface LineCut {
  readonly part: LinePart;
  /** `height * width` values, -1..1, ink positive, 0 paper and beyond `columns`. */
  readonly ink: Float32Array;
  /** One of `widths` of the contract. */
  readonly width: number;
  /** Columns that show the part; the others are empty. */
  readonly columns: number;
}

/** The part to cut for a number whose digits fill `digits`: taller and wider by the contract's shares. */
export function partAround(digits: Box, slope: number): LinePart {
  const above = aboveShare * digits.height;
  const beside = besideShare * digits.height;
  return {
    slope,
    box: {
      x: digits.x - beside,
      y: digits.y - above,
      width: digits.width + 2 * beside,
      height: digits.height + 2 * above,
    },
  };
}

/**
 * Cuts a number out of a page for the line reader, contrast-normalized, in either polarity: paper is the median of the
 * cut, ink the side of it whose tail reaches further. Outside the picture is paper. A part that is too long for the
 * widest input is squeezed.
 */
export function cutLine(page: GrayImage, part: LinePart): LineCut {
  const { box, slope } = part;
  const widest = widths.at(-1)!;
  const columns = Math.min(widest, Math.max(leastColumns, Math.round((height * box.width) / box.height)));
  const width = widths.find((candidate) => candidate >= columns) ?? widest;
  const { gray, share } = resampleSlanted(page, box, slope, columns, height);
  const ordered = gray.filter((_, index) => (share[index] ?? 0) > 0.5).sort();
  const ink = new Float32Array(height * width);
  if (ordered.length === 0) return { part, ink, width, columns };
  const low = nearestRank(ordered, 0.02);
  const paper = nearestRank(ordered, 0.5);
  const high = nearestRank(ordered, 0.98);
  const isDarkInk = paper - low >= high - paper;
  const contrast = Math.max(isDarkInk ? paper - low : high - paper, contrastFloor);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < columns; x++) {
      const from = y * columns + x;
      const value = ((isDarkInk ? paper - gray[from]! : gray[from]! - paper) / contrast) * share[from]!;
      ink[y * width + x] = Math.max(-1, Math.min(1, value));
    }
  }
  return { part, ink, width, columns };
}

function nearestRank(ordered: Float32Array, fraction: number): number {
  return ordered[Math.floor(fraction * (ordered.length - 1) + 0.5)] ?? 0;
}
