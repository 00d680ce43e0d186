import { skipProlog } from '../containers/markup-prolog';
import type { AcceptedImage } from '../contract/accepted-image';
import { browserDecodes } from './browser-decodes';

/**
 * The size at which an SVG is drawn, stated or not.
 */
export function svgSize({ declaredSize }: AcceptedImage) {
  return declaredSize ?? { width: 300, height: 150 };
}

/**
 * A picture as an `<img>` shows it, for all that show or draw it in the page: the file itself, except that an SVG states
 * its size, about which browsers disagree, and that what no browser decodes becomes a PNG.
 *
 * @returns rejects when the picture is damaged, where that is found out here
 */
export async function displayablePicture(image: AcceptedImage): Promise<Blob> {
  if (!(await browserDecodes(image))) return (await import('./decoded-png')).decodedPng(image);
  return image.format === 'svg' ? withSize(image) : image.file;
}

/** The picture ready to be drawn: no script in it runs, and nothing outside the file is loaded. Rejects when it is damaged. */
export async function drawablePicture(image: AcceptedImage): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(await displayablePicture(image));
  try {
    const picture = new Image();
    picture.src = url;
    await picture.decode();
    return picture;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** States the size on the root element: without one, one browser draws nothing. What is wrong otherwise stays as it is. */
async function withSize(image: AcceptedImage): Promise<Blob> {
  const text = await image.file.text();
  const root = skipProlog(text);
  const [tag] = /^<(?:[\w.-]+:)?svg\b(?:[^>"']|"[^"]*"|'[^']*')*>/i.exec(root) ?? [];
  if (!tag) throw new Error('not well-formed');
  const { width, height } = svgSize(image);
  const sized = tag
    .replace(/\s(?:width|height)\s*=\s*(?:"[^"]*"|'[^']*')/g, '')
    .replace(/^<[\w.:-]+/, (name) => `${name} width="${width}" height="${height}"`);
  const prolog = text.slice(0, text.length - root.length);
  return new Blob([prolog, sized, root.slice(tag.length)], { type: image.file.type });
}
