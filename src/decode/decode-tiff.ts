import { readTiffPages, TIFF_TAGS, tiffOrientation } from '../containers/tiff-directory';
import type { DecodeImage } from '../contract/accepted-image';
import { LIMITS } from '../contract/limits';
import { failed, success } from '../contract/result';
import type { DecoderHost } from './decoder-host';
import { finishPixels } from './finish-pixels';
import { decodeTiffPage } from './tiff-page';

/** Decodes a page of a TIFF or BigTIFF file. */
export function tiffDecoder(host: DecoderHost): DecodeImage {
  return async (image) => {
    const file = new Uint8Array(await image.file.arrayBuffer());
    const page = readTiffPages(file)[image.page ?? 0];
    if (!page) throw new Error('there is no page in this TIFF');
    const [[width = 0], [height = 0]] = [page.values(TIFF_TAGS.width), page.values(TIFF_TAGS.height)];
    // Of the first page intake has seen to it.
    if (width * height > LIMITS.maxSourcePixels) {
      return failed({ kind: 'too-large', fileName: image.file.name, detail: `${width} x ${height} pixels` });
    }
    return success(finishPixels(await decodeTiffPage(file, page, host), tiffOrientation(page), height));
  };
}
