import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrastNormalize } from './contrast-normalize';

const golden = JSON.parse(readFileSync('training/golden/normalization.json', 'utf8'));

function unpack({ base64 }: { base64: string }): Float32Array {
  return new Float32Array(Uint8Array.from(Buffer.from(base64, 'base64')).buffer);
}

describe('contrastNormalize', () => {
  it('computes what training computes', () => {
    const [height, width] = golden.page.shape;
    const normalized = contrastNormalize({ width, height, data: unpack(golden.page) });
    const expected = unpack(golden.contrast);
    const furthest = normalized.reduce((most, value, at) => Math.max(most, Math.abs(value - (expected[at] ?? 99))), 0);
    expect(furthest).toBeLessThan(1e-4);
  });

  it.each([0, 7, 128, 255])('turns flat paper of level %i into nothing', (level) => {
    const data = new Uint8Array(40 * 30).fill(level);
    expect(contrastNormalize({ width: 40, height: 30, data }).every((value) => Math.abs(value) < 1e-6)).toBe(true);
  });

  it('takes a single pixel', () => {
    expect(contrastNormalize({ width: 1, height: 1, data: new Uint8Array([200]) })).toEqual(new Float32Array(1));
  });
});
