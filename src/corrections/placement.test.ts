import { describe, expect, it } from 'vitest';
import { boxAround } from '../imaging/box';
import { correctedReading, noCorrections } from './corrections';
import { boxAfter, boxAt, halves, insidePicture, placeOf } from './placement';
import { sampleRecognition } from './test-reading';

/** Digits 20 wide, 30 high: the first line at y 0 and x 0, 30, 120; the second at y 60. */
const PAGE = sampleRecognition(['40  7', '12']);
const READING = correctedReading(PAGE, noCorrections(PAGE));
const EMPTY = correctedReading(sampleRecognition([]), noCorrections(sampleRecognition([])));
const at = (x: number, y: number) => ({ x, y, width: 20, height: 30 });

describe('placeOf', () => {
  it.each([
    ['between two digits, near the left number', at(55, 4), { line: 0, at: 2, isNewLine: false, joinsLeft: true }],
    ['between two digits, near the right number', at(95, 4), { line: 0, at: 2, isNewLine: false, joinsLeft: false }],
    ['before all', at(-30, 0), { line: 0, at: 0, isNewLine: false }],
    ['after all of the second line', at(90, 55), { line: 1, at: 2, isNewLine: false }],
    ['below all', at(0, 200), { line: 2, at: 0, isNewLine: true }],
    ['above all', at(0, -60), { line: 0, at: 0, isNewLine: true }],
  ])('%s', (_, box, place) => {
    expect(placeOf(READING, box, null)).toMatchObject(place);
  });

  it('follows a digit whatever the box says', () => {
    expect(placeOf(READING, at(0, 0), 4)).toMatchObject({ line: 1, at: 2, isNewLine: false });
  });

  it('of the first digit at all is a line of its own', () => {
    expect(placeOf(EMPTY, at(5, 5), null)).toMatchObject({ line: 0, isNewLine: true });
  });
});

describe('a box for a new digit', () => {
  it('fills the gap to the next digit', () => {
    expect(boxAfter(READING, 1)).toEqual({ x: 75, y: 0, width: 20, height: 30 });
  });

  it('is narrow in a narrow gap, and stands beside the last', () => {
    expect(boxAfter(READING, 0)).toEqual({ x: 20, y: 0, width: 10, height: 30 });
    expect(boxAfter(READING, 4)?.x).toBeGreaterThan(40);
    expect(boxAfter(READING, 99)).toBeNull();
  });

  it('around a click has the usual size, or a part of an empty picture', () => {
    expect(boxAt(READING, { x: 100, y: 100 }, 400)).toEqual({ x: 90, y: 85, width: 20, height: 30 });
    expect(boxAt(EMPTY, { x: 100, y: 100 }, 400)).toMatchObject({ height: 50, y: 75 });
  });

  it('is cut at the edges of the picture', () => {
    expect(insidePicture({ x: -10, y: 90, width: 30, height: 30 }, 100, 100)).toEqual({
      x: 0,
      y: 90,
      width: 20,
      height: 10,
    });
    expect(insidePicture({ x: -50, y: 0, width: 30, height: 30 }, 100, 100)).toBeNull();
  });

  it('halves and joins', () => {
    const [left, right] = halves(at(10, 20));
    expect([left, right]).toEqual([
      { x: 10, y: 20, width: 10, height: 30 },
      { x: 20, y: 20, width: 10, height: 30 },
    ]);
    expect(boxAround([right, left])).toEqual(at(10, 20));
  });
});
