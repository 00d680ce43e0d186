import type { Box, GrayImage } from '../contract/image';
import { MODEL_CONTRACT } from '../contract/model-contract';
import { resample } from '../imaging/resample';

const { side, cropFactor, contrastFloor } = MODEL_CONTRACT.classifier;

/**
 * Cuts a digit out of a page for the classifier, contrast-normalized, in either polarity.
 *
 * Paper is the median of the crop; ink is the side of it whose tail reaches further. Outside the picture is paper.
 *
 * @param box the digit's box in pixels of the page; the square around it is `cropFactor` times its longer side
 * @param zoom how much wider than usual that square is
 * @returns `side * side` values, 0 paper .. 1 ink
 */
export function normalizeGlyph(page: GrayImage, box: Box, zoom = 1): Float32Array {
  const { gray, share } = resample(page, cropSquare(box, zoom), side, side);
  const ordered = gray.filter((_, index) => (share[index] ?? 0) > 0.5).sort();
  if (ordered.length === 0) return new Float32Array(side * side);
  const low = nearestRank(ordered, 0.02);
  const paper = nearestRank(ordered, 0.5);
  const high = nearestRank(ordered, 0.98);
  const isDarkInk = paper - low >= high - paper;
  const contrast = Math.max(isDarkInk ? paper - low : high - paper, contrastFloor);
  return gray.map((value, index) => {
    const ink = (isDarkInk ? paper - value : value - paper) / contrast;
    return Math.max(0, Math.min(1, ink)) * (share[index] ?? 0);
  });
}

function cropSquare(box: Box, zoom: number): Box {
  const length = zoom * cropFactor * Math.max(box.width, box.height);
  return {
    x: box.x + box.width / 2 - length / 2,
    y: box.y + box.height / 2 - length / 2,
    width: length,
    height: length,
  };
}

function nearestRank(ordered: Float32Array, fraction: number): number {
  return ordered[Math.floor(fraction * (ordered.length - 1) + 0.5)] ?? 0;
}
