import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Box } from '../contract/image';
import { cutLine, partAround } from './cut-line';

const golden = JSON.parse(readFileSync('training/golden/normalization.json', 'utf8'));

interface GoldenLine {
  readonly box: Box;
  readonly slope: number;
  readonly dark: { readonly base64: string };
  readonly light: { readonly base64: string };
}

const unpack = ({ base64 }: { readonly base64: string }) =>
  new Float32Array(Uint8Array.from(Buffer.from(base64, 'base64')).buffer);

const furthest = (a: Float32Array, b: Float32Array) =>
  a.reduce((most, value, at) => Math.max(most, Math.abs(value - (b[at] ?? 99))), 0);

describe('cutLine', () => {
  const [height, width] = golden.page.shape;
  const page = unpack(golden.page);

  it.each(golden.lines as GoldenLine[])('cuts a line of slope $slope as training does, in both polarities', (line) => {
    const part = partAround(line.box, line.slope);
    const dark = cutLine({ width, height, data: page }, part);
    const light = cutLine({ width, height, data: page.map((gray) => 255 - gray) }, part);
    expect(furthest(dark.ink, unpack(line.dark))).toBeLessThan(2e-3);
    expect(furthest(light.ink, unpack(line.light))).toBeLessThan(2e-3);
  });

  it('gives no ink for flat paper, nor for a part outside the picture', () => {
    const flat = { width: 60, height: 40, data: new Uint8Array(2400).fill(90) };
    for (const x of [5, 500]) {
      const { ink } = cutLine(flat, { box: { x, y: 5, width: 40, height: 20 }, slope: 0 });
      expect(ink.every((value) => value === 0)).toBe(true);
    }
  });

  it('squeezes a line that is too long for the widest input', () => {
    const flat = { width: 9000, height: 40, data: new Uint8Array(360_000).fill(90) };
    const cut = cutLine(flat, { box: { x: 0, y: 0, width: 9000, height: 40 }, slope: 0 });
    expect(cut.columns).toBe(cut.width);
  });
});
