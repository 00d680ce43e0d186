import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bringIntoView, panBy, pictureAt, placementOf, wholePicture, wholeScale, ZOOM, zoomAt } from './zoom';

const FRAME = { width: 624, height: 424 };
const PICTURE = { width: 1200, height: 400 };
const WHOLE = wholePicture(PICTURE);

describe('the whole picture', () => {
  it('fits into its frame, in the middle', () => {
    expect(placementOf(WHOLE, FRAME, PICTURE)).toEqual({ scale: 0.5, x: 12, y: 112 });
  });

  it('is not enlarged without end, and has no size before its frame has one', () => {
    expect(wholeScale(FRAME, { width: 4, height: 4 })).toBe(16);
    expect(wholeScale({ width: 0, height: 0 }, PICTURE)).toBe(0);
    expect(zoomAt(WHOLE, 2, { x: 0, y: 0 }, { width: 0, height: 0 }, PICTURE)).toBe(WHOLE);
    expect(panBy(WHOLE, { x: 9, y: 9 }, { width: 0, height: 0 }, PICTURE)).toBe(WHOLE);
  });
});

describe('zooming', () => {
  it('keeps what is under the pointer', () => {
    const point = { x: 300, y: 200 };
    const before = pictureAt(point, placementOf(WHOLE, FRAME, PICTURE));
    const zoomed = zoomAt(WHOLE, 6, point, FRAME, PICTURE);
    const after = pictureAt(point, placementOf(zoomed, FRAME, PICTURE));
    expect(after.x).toBeCloseTo(before.x);
    expect(after.y).toBeCloseTo(before.y);
  });

  it('never loses the picture, wherever it is moved', () => {
    const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    const point = fc.record({ x: number(0, FRAME.width), y: number(0, FRAME.height) });
    const moves = fc.array(fc.tuple(number(0.1, 30), point, fc.record({ x: number(-999, 999), y: number(-999, 999) })));
    fc.assert(
      fc.property(moves, (all) => {
        let zoom = WHOLE;
        for (const [factor, at, by] of all) {
          zoom = panBy(zoomAt(zoom, factor, at, FRAME, PICTURE), by, FRAME, PICTURE);
          const { scale, x, y } = placementOf(zoom, FRAME, PICTURE);
          expect(zoom.factor).toBeGreaterThanOrEqual(1);
          expect(zoom.factor).toBeLessThanOrEqual(ZOOM.most);
          expect(x).toBeLessThanOrEqual(FRAME.width / 2);
          expect(y).toBeLessThanOrEqual(FRAME.height / 2);
          expect(x + PICTURE.width * scale).toBeGreaterThanOrEqual(FRAME.width / 2);
          expect(y + PICTURE.height * scale).toBeGreaterThanOrEqual(FRAME.height / 2);
        }
      }),
    );
  });

  it('back to the whole picture brings it into the middle again', () => {
    const zoomed = zoomAt(WHOLE, 5, { x: 600, y: 400 }, FRAME, PICTURE);
    expect(zoomAt(zoomed, 0.5, { x: 0, y: 0 }, FRAME, PICTURE)).toEqual(WHOLE);
  });
});

describe('bringIntoView', () => {
  const zoomed = zoomAt(WHOLE, 6, { x: 12, y: 212 }, FRAME, PICTURE);

  it('leaves what is in view', () => {
    expect(bringIntoView(zoomed, { x: 20, y: 190, width: 20, height: 20 }, FRAME, PICTURE)).toBe(zoomed);
    expect(bringIntoView(WHOLE, { x: 1190, y: 0, width: 20, height: 20 }, FRAME, PICTURE)).toBe(WHOLE);
  });

  it('moves to what is not', () => {
    const box = { x: 900, y: 100, width: 20, height: 30 };
    const { scale, x } = placementOf(bringIntoView(zoomed, box, FRAME, PICTURE), FRAME, PICTURE);
    expect(box.x * scale + x).toBeGreaterThan(0);
    expect((box.x + box.width) * scale + x).toBeLessThan(FRAME.width);
  });
});
