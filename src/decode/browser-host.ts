import { LIMITS } from '../contract/limits';
import type { RgbaPixels } from '../imaging/rgba-pixels';
import { openContext } from './canvas-pixels';
import type { DecoderHost } from './decoder-host';

export const BROWSER_HOST: DecoderHost = {
  useLibheif: async (work) => (await import('./use-libheif')).useLibheif(work),

  decodeJpeg: async (jpeg) => {
    const bitmap = await createImageBitmap(new Blob([jpeg], { type: 'image/jpeg' }), { colorSpaceConversion: 'none' });
    try {
      return readInBands(bitmap);
    } finally {
      bitmap.close();
    }
  },
};

/** The pixels in their full size, through canvases no larger than every browser has. */
function readInBands(bitmap: ImageBitmap): RgbaPixels {
  const { width, height } = bitmap;
  const data = new Uint8ClampedArray(width * height * 4);
  const rows = Math.max(1, Math.min(height, Math.floor(LIMITS.maxDecodedPixels / width)));
  const context = openContext({ width, height: rows });
  for (let top = 0; top < height; top += rows) {
    const count = Math.min(rows, height - top);
    context.drawImage(bitmap, 0, -top);
    data.set(context.getImageData(0, 0, width, count).data, top * width * 4);
  }
  return { width, height, data };
}
