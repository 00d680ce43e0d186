import type { PixelImage } from '../../../contract/image';
import type { ImageFormatId } from '../../../contract/image-formats';
import { LIMITS } from '../../../contract/limits';
import { warpedRows } from '../../../imaging/warp-pixels';
import { type PictureEdit, sizeOf } from './picture-edit';

/** Pixels made at once; the page stays responsive between two strips. */
const STRIP_PIXELS = 200_000;
const JPEG_QUALITY = 0.95;
/** Pictures without loss stay without. */
const LOSSLESS: readonly ImageFormatId[] = ['png', 'gif', 'bmp', 'svg', 'tiff'];

/** Draws the part into a canvas; it is done when the promise resolves, unless the signal was aborted. */
export async function drawPart(
  canvas: HTMLCanvasElement,
  pixels: PixelImage,
  edit: PictureEdit,
  { maxPixels = LIMITS.maxDecodedPixels, signal }: { readonly maxPixels?: number; readonly signal?: AbortSignal } = {},
): Promise<void> {
  const { width, height } = sizeOf(edit, maxPixels);
  const rows = Math.max(1, Math.floor(STRIP_PIXELS / width));
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  for (const { top, data } of warpedRows(pixels, edit.corners, { width, height, ...edit }, rows)) {
    context?.putImageData(new ImageData(data, width), 0, top);
    if (top + rows < height) await new Promise((resolve) => setTimeout(resolve));
    if (signal?.aborted) return;
  }
}

/** The part as a picture of its own; null where the browser cannot make one. */
export async function partFile(
  pixels: PixelImage,
  edit: PictureEdit,
  name: string,
  format: ImageFormatId,
): Promise<File | null> {
  const canvas = document.createElement('canvas');
  await drawPart(canvas, pixels, edit);
  const type = LOSSLESS.includes(format) ? 'image/png' : 'image/jpeg';
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, JPEG_QUALITY));
  return blob && new File([blob], `${name.replace(/\.\w+$/, '')}.${type === 'image/png' ? 'png' : 'jpg'}`, { type });
}
