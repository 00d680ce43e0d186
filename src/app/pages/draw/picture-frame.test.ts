import { describe, expect, it } from 'vitest';
import type { Stroke } from './drawing';
import { pictureFrame } from './picture-frame';
import { strokePath } from './stroke-path';

const upright = (x: number, top: number, bottom: number, width = 10): Stroke => ({
  points: [
    { x, y: top },
    { x, y: bottom },
  ],
  width,
});

describe('pictureFrame', () => {
  it('is the ink with paper around it, beyond the edges of the pad too', () => {
    const frame = pictureFrame([upright(0, 0, 190), upright(300, 20, 150)]);
    // 200 pixels of ink with round ends, 80 of margin on every side.
    expect(frame).toEqual({ box: { x: -85, y: -85, width: 470, height: 360 }, scale: 1, width: 470, height: 360 });
  });

  it('enlarges small writing and shrinks what is too wide', () => {
    expect(pictureFrame([upright(50, 50, 72)])).toMatchObject({ scale: 2 });
    const wide = pictureFrame([upright(0, 0, 190), upright(4000, 0, 190)]);
    expect(Math.max(wide!.width, wide!.height)).toBe(2400);
  });

  it('is as small as asked for', () => {
    expect(pictureFrame([upright(0, 0, 190)], 50)).toMatchObject({ scale: 0.25 });
  });

  it('is nothing for an empty pad', () => {
    expect(pictureFrame([])).toBeNull();
  });
});

describe('strokePath', () => {
  it('goes from the first point to the last, round the corners between', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 10.004 },
    ];
    expect(strokePath(points)).toBe('M0,0L0,0Q0,0 5,0Q10,0 10,5L10,10');
  });

  it('draws a tap as a dot', () => {
    expect(strokePath([{ x: 3, y: 4 }])).toBe('M3,4L3,4L3,4');
  });
});
