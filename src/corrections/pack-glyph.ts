import type { Glyph } from '../contract/recognition';

/** A glyph as text: two hexadecimal characters a pixel, so that JSON can hold it. */
export function packGlyph({ side, data }: Glyph): { readonly side: number; readonly ink: string } {
  return { side, ink: Array.from(data, (value) => value.toString(16).padStart(2, '0')).join('') };
}

/** @returns the glyph that was packed; what is missing is paper */
export function unpackGlyph(side: number, ink: string): Glyph {
  const data = Uint8Array.from({ length: side * side }, (_, index) => {
    return Number.parseInt(ink.slice(2 * index, 2 * index + 2), 16) || 0;
  });
  return { side, data };
}
