import type { DecodeImage } from '../contract/accepted-image';
import { failed, success } from '../contract/result';
import { readCanvasPixels } from './canvas-pixels';
import { cappedSize } from './capped-size';
import { drawablePicture, svgSize } from './displayable-picture';

/** Draws an SVG in the page, as an `<img>` does. */
export const decodeSvgInPage: DecodeImage = async (image) => {
  try {
    const size = svgSize(image);
    return success(readCanvasPixels(await drawablePicture(image), cappedSize(size.width, size.height), size));
  } catch (error) {
    return failed({ kind: 'undecodable', fileName: image.file.name, detail: String(error) });
  }
};
