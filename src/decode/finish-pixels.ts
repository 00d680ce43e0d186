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
 */
export function finishPixels(raw: RgbaPixels, orientation: number): PixelImage {
  layOverPaper(raw.data);
  const size = cappedSize(raw.width, raw.height);
  const upright = uprightPixels(shrinkPixels(raw, size.width, size.height), orientation);
  const [originalWidth, originalHeight] = orientation >= 5 ? [raw.height, raw.width] : [raw.width, raw.height];
  return { ...upright, originalWidth, originalHeight };
}
