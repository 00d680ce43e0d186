import sharp from 'sharp';
import type { DecoderHost } from '../decode/decoder-host';

/** What the app's own decoders need, from sharp. */
export const NODE_HOST: DecoderHost = {
  useLibheif: async (work) => work((await import('libheif-js/wasm-bundle')).default),

  decodeJpeg: async (jpeg) => {
    const { data, info } = await sharp(jpeg)
      .toColourspace('srgb')
      .ensureAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    return {
      width: info.width,
      height: info.height,
      data: new Uint8ClampedArray(data.buffer, data.byteOffset, data.length),
    };
  },
};
