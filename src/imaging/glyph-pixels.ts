import type { Glyph } from '../contract/recognition';

/** The glyph as dark ink on white paper: RGBA, `side * side * 4` long. */
export function glyphPixels(glyph: Glyph): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(glyph.data.length * 4);
  glyph.data.forEach((ink, index) => {
    pixels.fill(255 - ink, index * 4, index * 4 + 3);
    pixels[index * 4 + 3] = 255;
  });
  return pixels;
}
