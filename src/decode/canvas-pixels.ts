import type { PixelImage } from '../contract/image';
import { layOverPaper } from '../imaging/lay-over-paper';

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Draws a picture at a given size and reads its pixels, laid over paper.
 *
 * @param originalSize of the upright picture before any shrinking
 */
export function readCanvasPixels(source: CanvasImageSource, size: Size, originalSize: Size): PixelImage {
  const context = openContext(size);
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, 0, 0, size.width, size.height);
  const { data } = context.getImageData(0, 0, size.width, size.height);
  layOverPaper(data as Uint8ClampedArray);
  return {
    width: size.width,
    height: size.height,
    data: data as Uint8ClampedArray,
    originalWidth: originalSize.width,
    originalHeight: originalSize.height,
  };
}

export function openContext({ width, height }: Size): CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D {
  // Read from main memory at once, instead of a detour through the graphics processor.
  const attributes: CanvasRenderingContext2DSettings = { willReadFrequently: true };
  const hasOffscreen = typeof OffscreenCanvas !== 'undefined';
  const context = hasOffscreen
    ? new OffscreenCanvas(width, height).getContext('2d', attributes)
    : pageCanvas(width, height).getContext('2d', attributes);
  if (!context) throw new Error('no canvas of this size');
  return context;
}

function pageCanvas(width: number, height: number): HTMLCanvasElement {
  return Object.assign(document.createElement('canvas'), { width, height });
}
