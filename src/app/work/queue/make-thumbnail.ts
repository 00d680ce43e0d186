import type { AcceptedImage } from '../../../contract/accepted-image';
import { drawablePicture } from '../../../decode/displayable-picture';
import type { Thumbnail } from '../../../uploads/upload';

/** The longer side, in pixels: enough for a row at two device pixels a CSS pixel. */
const THUMBNAIL_SIDE = 192;

/** @returns a small copy of the picture; null when this browser cannot draw the file */
export async function makeThumbnail(image: AcceptedImage): Promise<Thumbnail | null> {
  try {
    const canvas = drawSmall(await drawablePicture(image));
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/webp', 0.8));
    return blob ? { mime: blob.type, bytes: await blob.arrayBuffer() } : null;
  } catch {
    return null;
  }
}

function drawSmall(image: HTMLImageElement): HTMLCanvasElement {
  const { naturalWidth: width, naturalHeight: height } = image;
  const scale = Math.min(1, THUMBNAIL_SIDE / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d');
  if (context) {
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
  }
  return canvas;
}
