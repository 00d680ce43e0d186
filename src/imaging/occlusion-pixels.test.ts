import { describe, expect, it } from 'vitest';
import { mostImportantPart, occlusionPixels } from './occlusion-pixels';

const mapOf = (drop: number[], side: number) => ({ label: 3, probability: 0.9, side, drop: new Float32Array(drop) });

describe('occlusionPixels', () => {
  it('is the glyph where nothing matters, blue where it speaks for the label, orange where against', () => {
    const glyph = { side: 2, data: new Uint8Array([0, 255, 0, 0]) };
    const pixels = occlusionPixels(glyph, mapOf([0, 0, 0.5, -0.5], 2));
    const [paper, ink, pro, contra] = [0, 1, 2, 3].map((at) => pixels.slice(at * 4, at * 4 + 4));
    expect([...paper!]).toEqual([255, 255, 255, 255]);
    expect(ink![0]).toBeLessThan(80);
    expect(pro![2]).toBeGreaterThan(pro![0]! + 100);
    expect(contra![0]).toBeGreaterThan(contra![2]! + 100);
  });

  it('stays pale when little matters', () => {
    const pixels = occlusionPixels({ side: 1, data: new Uint8Array([0]) }, mapOf([0.001], 1));
    expect(Math.min(...pixels)).toBeGreaterThan(240);
  });
});

describe('mostImportantPart', () => {
  it('names the ninth with the largest drop', () => {
    const drop = Array(36).fill(0);
    drop[5] = 0.4;
    expect(mostImportantPart(mapOf(drop, 6))).toEqual({ row: 'top', column: 'right' });
    drop[14] = 0.5;
    expect(mostImportantPart(mapOf(drop, 6))).toEqual({ row: 'middle', column: 'middle' });
  });

  it('is none when nothing matters', () => {
    expect(mostImportantPart(mapOf([0, -0.5, 0.001, 0], 2))).toBeNull();
  });
});
