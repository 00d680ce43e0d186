import { readTiffPages, tiffOrientation } from '../containers/tiff-directory';
import type { DecodeImage } from '../contract/accepted-image';
import { success } from '../contract/result';
import type { DecoderHost } from './decoder-host';
import { finishPixels } from './finish-pixels';
import { decodeTiffPage } from './tiff-page';

/** Decodes a page of a TIFF or BigTIFF file. */
export function tiffDecoder(host: DecoderHost): DecodeImage {
  return async (image) => {
    const file = new Uint8Array(await image.file.arrayBuffer());
    const page = readTiffPages(file)[image.page ?? 0];
    if (!page) throw new Error('there is no page in this TIFF');
    return success(finishPixels(await decodeTiffPage(file, page, host), tiffOrientation(page)));
  };
}
