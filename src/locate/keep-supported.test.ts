import { describe, expect, it } from 'vitest';
import { keepSupported } from './keep-supported';

const region = (x: number, score: number, height = 30) => ({ box: { x, y: 0, width: 20, height }, score });

describe('keepSupported', () => {
  it.each([
    ['nothing', [], []],
    ['a clear digit alone', [region(0, 0.8)], [0]],
    ['a faint mark alone', [region(0, 0.4)], []],
    ['texture: faint marks only', [region(0, 0.4), region(30, 0.5), region(60, 0.35)], []],
    ['a faint digit beside a clear one', [region(0, 0.8), region(30, 0.35)], [0, 1]],
    ['a faint mark far from it', [region(0, 0.8), region(400, 0.35)], [0]],
    ['a faint mark that fills the page', [region(0, 0.4, 150)], [0]],
    ['a faint mark of another size', [region(0, 0.8), region(30, 0.35, 80)], [0]],
  ])('%s', (_, regions, kept) => {
    expect(keepSupported(regions, { width: 500, height: 300 })).toEqual(kept.map((index) => regions[index]));
  });
});
