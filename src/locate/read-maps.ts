import { MODEL_CONTRACT } from '../contract/model-contract';
import type { NetworkOutput } from '../contract/network';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import type { DigitRegion } from '../contract/recognition';

const { stride, referenceHeight, channels } = MODEL_CONTRACT.locator;
const { mostLogSize } = READING_THRESHOLDS.search;

/**
 * Digit regions from the locator's maps: peaks of the heat over a 3x3 neighborhood, with the size and offset found at
 * the peak ('Objects as Points', Zhou et al. 2019).
 *
 * @returns boxes in pixels of the network's input
 */
export function readMaps(output: NetworkOutput, heatThreshold: number): DigitRegion[] {
  const [, rows = 0, columns = 0] = output.shape;
  const depth = channels.length;
  const logitThreshold = Math.log(heatThreshold / (1 - heatThreshold));
  const regions: DigitRegion[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = (row * columns + column) * depth;
      const heat = output.data[at] ?? 0;
      if (heat < logitThreshold || !isPeak(output.data, rows, columns, row, column)) continue;
      const [, logWidth = 0, logHeight = 0, offsetX = 0, offsetY = 0] = output.data.subarray(at, at + depth);
      const width = referenceHeight * Math.exp(Math.min(mostLogSize, logWidth));
      const height = referenceHeight * Math.exp(Math.min(mostLogSize, logHeight));
      const x = (column + offsetX) * stride - width / 2;
      const y = (row + offsetY) * stride - height / 2;
      regions.push({ box: { x, y, width, height }, score: 1 / (1 + Math.exp(-heat)) });
    }
  }
  return regions;
}

/** Whether no neighbor is hotter; of equals the first in reading order wins. */
function isPeak(data: Float32Array, rows: number, columns: number, row: number, column: number): boolean {
  const depth = channels.length;
  const heat = data[(row * columns + column) * depth] ?? 0;
  for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
    for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
      const other = data[(y * columns + x) * depth] ?? 0;
      const isEarlier = y < row || (y === row && x < column);
      if (other > heat || (other === heat && isEarlier)) return false;
    }
  }
  return true;
}
