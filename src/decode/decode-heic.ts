import type { DecodeImage } from '../contract/accepted-image';
import { LIMITS } from '../contract/limits';
import { failed, success } from '../contract/result';
import type { RgbaPixels } from '../imaging/rgba-pixels';
import type { DecoderHost } from './decoder-host';
import { finishPixels } from './finish-pixels';
import type { Libheif } from './libheif';

/**
 * Decodes the main picture of a HEIC or HEIF file. libheif turns it as the file's own properties say; what EXIF says beside
 * them is the same once more, and is left alone.
 */
export function heicDecoder(host: DecoderHost): DecodeImage {
  return async (image) => {
    const file = new Uint8Array(await image.file.arrayBuffer());
    const decoded = await host.useLibheif((libheif) => decodeMainPicture(libheif, file));
    if ('detail' in decoded) return failed({ kind: 'undecodable', fileName: image.file.name, detail: decoded.detail });
    return success(finishPixels(decoded, 1));
  };
}

/** @returns the pixels, or what is wrong with the file */
async function decodeMainPicture(
  libheif: Libheif,
  file: Uint8Array,
): Promise<RgbaPixels | { readonly detail: string }> {
  const decoder = new libheif.HeifDecoder();
  const pictures = decoder.decode(file);
  try {
    const main = pictures.find(({ handle }) => libheif.heif_image_handle_is_primary_image(handle)) ?? pictures[0];
    if (!main) return { detail: 'there is no picture in this HEIF file' };
    const [width, height] = [main.get_width(), main.get_height()];
    if (width * height > LIMITS.maxSourcePixels) return { detail: `${width} x ${height} pixels` };
    const empty = { width, height, data: new Uint8ClampedArray(width * height * 4) };
    const pixels = await new Promise<typeof empty | null>((resolve) => main.display(empty, resolve));
    return pixels ?? { detail: 'the picture in this HEIF file is damaged' };
  } finally {
    for (const picture of pictures) picture.free();
    libheif.heif_context_free(decoder.decoder);
  }
}
