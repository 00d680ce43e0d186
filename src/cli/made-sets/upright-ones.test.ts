import { describe, expect, it } from 'vitest';
import { isPlainOne, penDigit } from './pen-digits';
import { UPRIGHT_PICTURES, uprightOnes } from './upright-ones';

const PLAIN = penDigit({ label: '1', strokes: [[100, 0, 110, 150, 105, 300]] });
const FLAGGED = penDigit({ label: '1', strokes: [[0, 90, 80, 0, 80, 300]] });
const SEVEN = penDigit({ label: '7', strokes: [[10, 0, 160, 0, 60, 300]] });
const CROSSED = penDigit({
  label: '4',
  strokes: [
    [90, 0, 0, 200, 160, 200],
    [120, 90, 110, 300],
  ],
});

describe('penDigit', () => {
  it('is one high and begins at the left edge', () => {
    expect(SEVEN.width).toBeCloseTo(0.5);
    expect(SEVEN.strokes[0]).toEqual([
      { x: 0, y: 0 },
      { x: 0.5, y: 0 },
      { x: 50 / 300, y: 1 },
    ]);
  });
});

describe('isPlainOne', () => {
  it('has neither flag nor foot', () => {
    expect([PLAIN, FLAGGED, SEVEN, CROSSED].map(isPlainOne)).toEqual([true, false, false, false]);
  });
});

describe('uprightOnes', () => {
  const parts = uprightOnes([PLAIN, FLAGGED, SEVEN, CROSSED]);

  it('has a plain 1 in every number, and no other 1', () => {
    expect(parts).toHaveLength(5);
    for (const { pictures } of parts) {
      expect(pictures).toHaveLength(UPRIGHT_PICTURES);
      for (const { label } of pictures) expect(label).toMatch(/^(?=.*1)[147]{2,5}$/);
    }
  });

  it('is the same whenever it is opened, and not what another picture is', async () => {
    for (const { pictures } of parts) {
      const bytes = async (index: number) => Buffer.from(await (await pictures[index]!.open()).arrayBuffer());
      expect((await bytes(0)).equals(await bytes(0))).toBe(true);
      expect((await bytes(0)).equals(await bytes(1))).toBe(false);
    }
  });
});
