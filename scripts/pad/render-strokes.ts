import sharp from 'sharp';
import type { Stroke } from '../../src/app/pages/draw/drawing';
import { pictureFrame } from '../../src/app/pages/draw/picture-frame';
import { strokePath } from '../../src/app/pages/draw/stroke-path';

/** The picture that the drawing pad hands in for these strokes, drawn from the same paths with sharp in place of a canvas. */
export async function renderStrokes(strokes: readonly Stroke[], name: string): Promise<File> {
  const frame = pictureFrame(strokes);
  if (!frame) throw new Error('nothing is drawn');
  const { box, width, height } = frame;
  const lines = strokes.map((stroke) => `<path d="${strokePath(stroke.points)}" stroke-width="${stroke.width}"/>`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${box.x} ${box.y} ${box.width} ${box.height}"><rect x="${box.x}" y="${box.y}" width="100%" height="100%" fill="#fff"/><g fill="none" stroke="#1a1a1a" stroke-linecap="round" stroke-linejoin="round">${lines.join('')}</g></svg>`;
  const png = await sharp(Buffer.from(svg)).flatten({ background: '#fff' }).png().toBuffer();
  return new File([new Uint8Array(png)], name, { type: 'image/png' });
}
