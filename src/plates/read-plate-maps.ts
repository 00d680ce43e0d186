import type { Point } from '../contract/image';
import { MODEL_CONTRACT } from '../contract/model-contract';
import type { NetworkOutput } from '../contract/network';
import type { FoundPlate, Quad } from './quad';

const { stride, cornerUnit, channels } = MODEL_CONTRACT['plate-finder'];
const DEPTH = channels.length;

/**
 * Plates from the finder's maps: peaks of the heat over a 3x3 neighborhood, with the corners that were found at the peak.
 *
 * @returns corners in pixels of the network's input
 */
export function readPlateMaps({ data, shape }: NetworkOutput, heatThreshold: number): FoundPlate[] {
  const [, rows = 0, columns = 0] = shape;
  const least = Math.log(heatThreshold / (1 - heatThreshold));
  const plates: FoundPlate[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = (row * columns + column) * DEPTH;
      const heat = data[at]!;
      if (heat < least || !isPeak(data, rows, columns, row, column)) continue;
      const corner = (index: number): Point => ({
        x: (column + 0.5) * stride + data[at + 1 + 2 * index]! * cornerUnit,
        y: (row + 0.5) * stride + data[at + 2 + 2 * index]! * cornerUnit,
      });
      const quad: Quad = [corner(0), corner(1), corner(2), corner(3)];
      if (isUpright(quad)) plates.push({ quad, score: 1 / (1 + Math.exp(-heat)) });
    }
  }
  return plates;
}

/** Whether no neighbor is hotter; of equals the first in reading order wins. */
function isPeak(data: Float32Array, rows: number, columns: number, row: number, column: number): boolean {
  const heat = data[(row * columns + column) * DEPTH]!;
  for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
    for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
      const other = data[(y * columns + x) * DEPTH]!;
      const isEarlier = y < row || (y === row && x < column);
      if (other > heat || (other === heat && isEarlier)) return false;
    }
  }
  return true;
}

/** Whether four corners turn clockwise all the way: others cannot be straightened. */
function isUpright(quad: Quad): boolean {
  return quad.every((corner, index) => {
    const [next, last] = [quad[(index + 1) % 4]!, quad[(index + 2) % 4]!];
    return (next.x - corner.x) * (last.y - next.y) - (next.y - corner.y) * (last.x - next.x) > 0;
  });
}
