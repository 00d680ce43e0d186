import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Box } from '../contract/image';
import { normalizeGlyph } from './normalize-glyph';

const golden = JSON.parse(readFileSync('training/golden/normalization.json', 'utf8'));

interface Packed {
  readonly base64: string;
}

interface GoldenGlyph {
  readonly box: Box;
  readonly dark: Packed;
  readonly light: Packed;
}

function unpack({ base64 }: Packed): Float32Array {
  return new Float32Array(Uint8Array.from(Buffer.from(base64, 'base64')).buffer);
}

const furthest = (a: Float32Array, b: Float32Array) =>
  a.reduce((most, value, at) => Math.max(most, Math.abs(value - (b[at] ?? 99))), 0);

describe('normalizeGlyph', () => {
  const [height, width] = golden.page.shape;
  const page = unpack(golden.page);

  it.each(golden.glyphs as GoldenGlyph[])('cuts $box as training does, in both polarities', (glyph) => {
    const dark = normalizeGlyph({ width, height, data: page }, glyph.box);
    const light = normalizeGlyph({ width, height, data: page.map((gray) => 255 - gray) }, glyph.box);
    expect(furthest(dark, unpack(glyph.dark))).toBeLessThan(1e-3);
    expect(furthest(light, unpack(glyph.light))).toBeLessThan(1e-3);
  });

  it('gives no ink for flat paper, nor for a box outside the picture', () => {
    const flat = { width: 20, height: 20, data: new Uint8Array(400).fill(90) };
    expect(normalizeGlyph(flat, { x: 2, y: 2, width: 10, height: 12 }).every((ink) => ink === 0)).toBe(true);
    expect(normalizeGlyph(flat, { x: 500, y: 2, width: 10, height: 12 }).every((ink) => ink === 0)).toBe(true);
  });

  it('takes a single pixel', () => {
    const glyph = normalizeGlyph(
      { width: 1, height: 1, data: new Uint8Array([255]) },
      { x: 0, y: 0, width: 1, height: 1 },
    );
    expect(glyph.every((ink) => ink === 0)).toBe(true);
  });
});
