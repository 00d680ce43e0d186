import type { CancelSignal } from '../contract/cancel';
import type { Box, GrayImage } from '../contract/image';
import { MODEL_CONTRACT } from '../contract/model-contract';
import type { Network } from '../contract/network';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import type { DigitRegion } from '../contract/recognition';
import { contrastNormalize } from '../imaging/contrast-normalize';
import { resample } from '../imaging/resample';
import { readMaps } from './read-maps';

const TILES = READING_THRESHOLDS.tiles;

/**
 * Runs the locator on one part of a page, resampled by `scale`, in overlapping tiles when that is large.
 *
 * @param part in pixels of the page
 * @returns regions in pixels of the page; one across two tiles comes from the tile that holds its center
 * @throws the signal's reason when cancelled
 */
export async function locateAtScale(
  page: GrayImage,
  part: Box,
  scale: number,
  network: Network,
  heatThreshold: number,
  signal?: CancelSignal,
): Promise<DigitRegion[]> {
  const width = Math.max(1, Math.round(part.width * scale));
  const height = Math.max(1, Math.round(part.height * scale));
  const normalized = contrastNormalize({ width, height, data: resample(page, part, width, height).gray });
  const regions: DigitRegion[] = [];
  for (const tile of tiles(width, height)) {
    signal?.throwIfAborted();
    const canvas = tileCanvas(normalized, width, height, tile);
    const output = await network.run(canvas.data, [1, canvas.height, canvas.width, 1]);
    for (const { box, score } of readMaps(output, heatThreshold)) {
      const x = box.x + canvas.left;
      const y = box.y + canvas.top;
      if (!holdsCenter(tile, { ...box, x, y }, width, height)) continue;
      regions.push({
        score,
        box: {
          x: part.x + (x * part.width) / width,
          y: part.y + (y * part.height) / height,
          width: (box.width * part.width) / width,
          height: (box.height * part.height) / height,
        },
      });
    }
  }
  return regions;
}

/** Cores of the tiles: they part the page without overlap. */
function tiles(width: number, height: number): Box[] {
  const columns = Math.ceil(width / TILES.side);
  const rows = Math.ceil(height / TILES.side);
  return Array.from({ length: rows * columns }, (_, index) => {
    const column = index % columns;
    const row = Math.floor(index / columns);
    const x = Math.round((column * width) / columns);
    const y = Math.round((row * height) / rows);
    return {
      x,
      y,
      width: Math.round(((column + 1) * width) / columns) - x,
      height: Math.round(((row + 1) * height) / rows) - y,
    };
  });
}

/** The tile with its surroundings on a canvas of a size that the network takes; outside the page it is empty. */
function tileCanvas(page: Float32Array, width: number, height: number, tile: Box) {
  const { sizeMultiple } = MODEL_CONTRACT.locator;
  const left = tile.x > 0 ? tile.x - TILES.overlap : -TILES.margin;
  const top = tile.y > 0 ? tile.y - TILES.overlap : -TILES.margin;
  const right = tile.x + tile.width + (tile.x + tile.width < width ? TILES.overlap : TILES.margin);
  const bottom = tile.y + tile.height + (tile.y + tile.height < height ? TILES.overlap : TILES.margin);
  const canvasWidth = Math.ceil((right - left) / sizeMultiple) * sizeMultiple;
  const canvasHeight = Math.ceil((bottom - top) / sizeMultiple) * sizeMultiple;
  const data = new Float32Array(canvasWidth * canvasHeight);
  const from = Math.max(0, left);
  const until = Math.min(width, left + canvasWidth);
  for (let y = Math.max(0, top); y < Math.min(height, top + canvasHeight); y++) {
    data.set(page.subarray(y * width + from, y * width + until), (y - top) * canvasWidth + from - left);
  }
  return { data, left, top, width: canvasWidth, height: canvasHeight };
}

function holdsCenter(tile: Box, box: Box, width: number, height: number): boolean {
  const x = Math.min(width - 1, Math.max(0, box.x + box.width / 2));
  const y = Math.min(height - 1, Math.max(0, box.y + box.height / 2));
  return x >= tile.x && x < tile.x + tile.width && y >= tile.y && y < tile.y + tile.height;
}
