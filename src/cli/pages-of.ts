import { readTiffPages } from '../containers/tiff-directory';
import type { AcceptedImage } from '../contract/accepted-image';

/** The pages of an accepted file, each a picture of its own, in order; a file of one page is itself. */
export async function pagesOf(image: AcceptedImage): Promise<readonly AcceptedImage[]> {
  if (image.format !== 'tiff') return [image];
  try {
    const pages = readTiffPages(new Uint8Array(await image.file.arrayBuffer()));
    return pages.length < 2 ? [image] : pages.map((_, page) => ({ ...image, page }));
  } catch {
    // A damaged file has no pages; decoding it says why.
    return [image];
  }
}
