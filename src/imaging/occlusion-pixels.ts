import type { OcclusionMap } from '../contract/occlusion-map';
import type { Glyph } from '../contract/recognition';

/** What speaks for the label is blue, what speaks against it orange. */
const FOR = [29, 78, 216] as const;
const AGAINST = [234, 120, 20] as const;
/** A map whose largest drop is smaller than this is drawn pale, or noise would look like a reason. */
const FULL_COLOR_DROP = 0.1;

/** The glyph as gray ink under the colors of an occlusion map: RGBA, `side * side * 4` long. */
export function occlusionPixels(glyph: Glyph, { drop }: OcclusionMap): Uint8ClampedArray<ArrayBuffer> {
  const largest = drop.reduce((most, value) => Math.max(most, Math.abs(value)), FULL_COLOR_DROP);
  const pixels = new Uint8ClampedArray(glyph.data.length * 4);
  glyph.data.forEach((ink, index) => {
    const value = (drop[index] ?? 0) / largest;
    const tint = value >= 0 ? FOR : AGAINST;
    const strength = 0.85 * Math.abs(value);
    const gray = 255 - 0.75 * ink;
    tint.forEach((channel, at) => {
      // Ink stays darker than paper under the same color.
      pixels[index * 4 + at] = gray * (1 - strength) + channel * (gray / 255) * strength;
    });
    pixels[index * 4 + 3] = 255;
  });
  return pixels;
}

const COLUMNS = ['left', 'middle', 'right'] as const;
const ROWS = ['top', 'middle', 'bottom'] as const;

/** The ninth of a glyph where a map is highest; null when covering no part of it matters. */
export function mostImportantPart(
  { drop, side }: OcclusionMap,
  leastDrop = 0.01,
): { readonly row: (typeof ROWS)[number]; readonly column: (typeof COLUMNS)[number] } | null {
  const highest = drop.reduce((best, value, index) => (value > (drop[best] ?? 0) ? index : best), 0);
  if ((drop[highest] ?? 0) < leastDrop) return null;
  const third = (at: number) => Math.min(2, Math.floor((3 * at) / side));
  return { row: ROWS[third(Math.floor(highest / side))]!, column: COLUMNS[third(highest % side)]! };
}
