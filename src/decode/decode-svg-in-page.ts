import type { DecodeImage } from '../contract/accepted-image';
import { failed, success } from '../contract/result';
import { readCanvasPixels } from './canvas-pixels';
import { cappedSize } from './capped-size';

/**
 * Draws an SVG in the page, as an `<img>` does: no script runs and nothing outside the file is loaded.
 */
export const decodeSvgInPage: DecodeImage = async (image) => {
  const size = image.declaredSize ?? { width: 300, height: 150 };
  const svg = withSize(image.bytes, size);
  const url = svg && URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    if (!url) throw new Error('not well-formed');
    const picture = new Image();
    picture.src = url;
    await picture.decode();
    return success(readCanvasPixels(picture, cappedSize(size.width, size.height), size));
  } catch (error) {
    return failed({ kind: 'undecodable', fileName: image.fileName, detail: String(error) });
  } finally {
    if (url) URL.revokeObjectURL(url);
  }
};

/** States the size on the root element: browsers disagree on how large a picture without one is, and one draws nothing. */
function withSize(bytes: Uint8Array<ArrayBuffer>, size: { readonly width: number; readonly height: number }) {
  const document = new DOMParser().parseFromString(new TextDecoder().decode(bytes), 'image/svg+xml');
  const root = document.documentElement;
  if (root.localName !== 'svg' || document.querySelector('parsererror')) return undefined;
  root.setAttribute('width', String(size.width));
  root.setAttribute('height', String(size.height));
  return new XMLSerializer().serializeToString(document);
}
