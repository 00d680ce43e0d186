import { describe, expect, it } from 'vitest';
import type { DigitRegion } from '../contract/recognition';
import { touchingPairs } from './touching-pairs';

const region = (x: number, width: number, score = 0.7): DigitRegion => ({
  box: { x, y: 10, width, height: 60 },
  score,
});

describe('touchingPairs', () => {
  it('finds two hot places that overlap and are wide together, and parts them into halves side by side', () => {
    const [left, right] = [region(10, 60), region(35, 65)];
    const pairs = touchingPairs([left, right, region(120, 40)]);
    expect(pairs.map(({ members }) => members)).toEqual([[left, right]]);
    const partings = pairs[0]?.partings ?? [];
    expect(partings.length).toBeGreaterThan(1);
    for (const [one, other] of partings) {
      expect(one.box.x).toBe(10);
      expect(one.box.x + one.box.width).toBeCloseTo(other.box.x);
      expect(other.box.x + other.box.width).toBeCloseTo(100);
    }
  });

  it.each<[string, DigitRegion[]]>([
    ['digits side by side', [region(10, 40), region(52, 40)]],
    ['one digit seen twice', [region(10, 40), region(14, 42)]],
    ['a digit and a faint mark in it', [region(10, 60), region(35, 65, 0.3)]],
    ['a wide digit alone', [region(10, 90)]],
  ])('leaves %s alone', (_, regions) => {
    expect(touchingPairs(regions)).toEqual([]);
  });
});
