import type { AcceptedImage, DecodeImage } from '../contract/accepted-image';
import { formatOf } from '../contract/image-formats';
import { failed, success } from '../contract/result';
import { appDecoderOf } from './app-decoders';
import { browserDecodes } from './browser-decodes';
import { BROWSER_HOST } from './browser-host';
import { readCanvasPixels } from './canvas-pixels';
import { cappedSize } from './capped-size';

/**
 * Builds the decoder that browsers bring along, for the page and for workers.
 *
 * @param decodeSvg draws SVG, which no browser does in a worker
 */
export function decodeInBrowser(decodeSvg: DecodeImage): DecodeImage {
  return async (image) => {
    if (formatOf(image.format).decodedBy === 'page') return decodeSvg(image);
    try {
      const load = appDecoderOf(image.format);
      if (load && !(await browserDecodes(image))) return await (await load(BROWSER_HOST))(image);
      const bitmap = await openBitmap(image);
      try {
        return success(readCanvasPixels(bitmap, cappedSize(bitmap.width, bitmap.height), originalSize(image, bitmap)));
      } finally {
        bitmap.close();
      }
    } catch (error) {
      return failed({ kind: 'undecodable', fileName: image.file.name, detail: String(error) });
    }
  };
}

/** Orientation from EXIF is every browser's default here; some older ones refuse the option that says so. */
function openBitmap(image: AcceptedImage): Promise<ImageBitmap> {
  const upright = uprightSize(image);
  const capped = upright && cappedSize(upright.width, upright.height);
  if (!capped || capped.width === upright.width) return createImageBitmap(image.file);
  const { width: resizeWidth, height: resizeHeight } = capped;
  // With one side given, the shape is kept whether the browser shrinks the picture before turning it or after.
  const resize = image.declaredSize?.isTurned ? { resizeWidth } : { resizeWidth, resizeHeight };
  return createImageBitmap(image.file, { ...resize, resizeQuality: 'high' });
}

function uprightSize({ declaredSize }: AcceptedImage) {
  if (!declaredSize?.isTurned) return declaredSize;
  return { width: declaredSize.height, height: declaredSize.width };
}

/** Size of the upright original: of the bitmap, unless that was shrunk. */
function originalSize(image: AcceptedImage, bitmap: ImageBitmap) {
  const upright = uprightSize(image);
  const isShrunk = upright && upright.width * upright.height > bitmap.width * bitmap.height;
  return isShrunk ? upright : bitmap;
}
