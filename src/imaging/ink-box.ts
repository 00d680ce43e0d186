import type { Box, GrayImage } from '../contract/image';

/** Tight box of all samples >= `threshold` in light ink on dark; the whole picture when there are none. */
export function inkBox(glyph: GrayImage, threshold = 64): Box {
  let left = glyph.width;
  let top = glyph.height;
  let right = -1;
  let bottom = -1;
  for (let y = 0; y < glyph.height; y++) {
    for (let x = 0; x < glyph.width; x++) {
      if ((glyph.data[y * glyph.width + x] ?? 0) < threshold) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  if (right < 0) return { x: 0, y: 0, width: glyph.width, height: glyph.height };
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}
