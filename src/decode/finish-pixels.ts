import type { PixelImage } from '../contract/image';
import { layOverPaper } from '../imaging/lay-over-paper';
import type { RgbaPixels } from '../imaging/rgba-pixels';
import { shrinkPixels } from '../imaging/shrink-pixels';
import { uprightPixels } from '../imaging/upright-pixels';
import { cappedSize } from './capped-size';

/**
 * The last steps of the app's own decoders: opaque, capped in size, upright.
 *
 * @param raw as stored; its pixels may be changed
 * @param orientation as EXIF has it, 1 to 8; 1 where the decoder has turned the picture already
 * @param height of the page, which is white below the raw pixels
 */
export function finishPixels(raw: RgbaPixels, orientation: number, height = raw.height): PixelImage {
  layOverPaper(raw.data);
  const size = cappedSize(raw.width, height);
  const rows = Math.ceil((raw.height * size.height) / height);
  const whole = withWhiteBelow(shrinkPixels(raw, size.width, rows), size.height);
  const upright = uprightPixels(whole, orientation);
  const [originalWidth, originalHeight] = orientation >= 5 ? [height, raw.width] : [raw.width, height];
  return { ...upright, originalWidth, originalHeight };
}

function withWhiteBelow({ data, width, height }: RgbaPixels, wanted: number): RgbaPixels {
  if (wanted === height) return { data, width, height };
  const longer = new Uint8ClampedArray(width * wanted * 4);
  longer.set(data);
  longer.fill(255, data.length);
  return { data: longer, width, height: wanted };
}
