import type { AcceptedImage, DecodeImage } from '../contract/accepted-image';
import { IMAGE_FORMATS } from '../contract/image-formats';
import { failed, success } from '../contract/result';
import { readCanvasPixels } from './canvas-pixels';
import { cappedSize } from './capped-size';

/**
 * Builds the decoder that browsers bring along, for the page and for workers.
 *
 * @param decodeSvg draws SVG, which no browser does in a worker
 */
export function decodeInBrowser(decodeSvg: DecodeImage): DecodeImage {
  return async (image) => {
    if (image.format === 'svg') return decodeSvg(image);
    try {
      const bitmap = await openBitmap(image);
      try {
        return success(readCanvasPixels(bitmap, cappedSize(bitmap.width, bitmap.height), uprightSize(image, bitmap)));
      } finally {
        bitmap.close();
      }
    } catch (error) {
      return failed({ kind: 'undecodable', fileName: image.fileName, detail: String(error) });
    }
  };
}

/** Orientation from EXIF is every browser's default here; some older ones refuse the option that says so. */
function openBitmap(image: AcceptedImage): Promise<ImageBitmap> {
  const type = IMAGE_FORMATS.find((format) => format.id === image.format)!.mimeTypes[0];
  const blob = new Blob([image.bytes], { type });
  const { declaredSize } = image;
  const capped = declaredSize && cappedSize(declaredSize.width, declaredSize.height);
  if (!capped || capped.width === declaredSize.width) return createImageBitmap(blob);
  // Only one side is given: the browser keeps the shape, whether it turns the picture before or after shrinking it.
  return createImageBitmap(blob, { resizeWidth: capped.width, resizeQuality: 'high' });
}

/** Size of the upright original; the header's two sides are swapped when the decoder has turned the picture. */
function uprightSize({ declaredSize }: AcceptedImage, bitmap: ImageBitmap) {
  if (!declaredSize || declaredSize.width * declaredSize.height <= bitmap.width * bitmap.height) return bitmap;
  const { width, height } = declaredSize;
  const isTurned = width > height !== bitmap.width > bitmap.height;
  return isTurned ? { width: height, height: width } : { width, height };
}
