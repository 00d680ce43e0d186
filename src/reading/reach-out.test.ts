import { describe, expect, it } from 'vitest';
import type { Box } from '../contract/image';
import type { RecognizedDigit } from '../contract/recognition';
import { partAround } from '../line/cut-line';
import type { NumberGroup } from './number-part';
import { reachOut } from './reach-out';

const at = (x: number, width = 12, height = 20, y = 10): Box => ({ x, y, width, height });

function group(...boxes: Box[]): NumberGroup {
  const digits = boxes.map(
    (box): RecognizedDigit => ({
      region: { box, score: 0.9 },
      glyph: { side: 0, data: new Uint8Array() },
      prediction: { ranked: [{ label: 4, probability: 0.99 }], notDigitProbability: 0, verdict: 'sure' },
    }),
  );
  const first = boxes[0]!;
  const last = boxes.at(-1)!;
  return { digits, part: partAround({ ...first, width: last.x + last.width - first.x }, 0) };
}

/** Ends of the parts of one row of numbers beside pieces of ink. */
function ends(groups: NumberGroup[], pieces: Box[], fill = 0.4) {
  return reachOut(
    [groups],
    pieces.map((box) => ({ box, fill })),
  )[0]!.map(({ box }) => [box.x, box.x + box.width]);
}

describe('reachOut', () => {
  it('keeps the part where nothing stands beside the digits', () => {
    expect(ends([group(at(100), at(120))], [at(100), at(120)])).toEqual([[88, 144]]);
  });

  it('widens it over a thin stroke a little apart, and over the next one', () => {
    expect(ends([group(at(100), at(120))], [at(155, 3, 18)])).toEqual([[88, 166]]);
    expect(ends([group(at(100), at(120))], [at(155, 3, 18), at(185, 3, 18)])).toEqual([[88, 196]]);
    expect(ends([group(at(100), at(120))], [at(70, 3, 18)])).toEqual([[62, 144]]);
  });

  it('passes over specks, rulings, other lines and what is far away', () => {
    const passed = [at(155, 3, 5), at(155, 3, 60), at(155, 3, 18, 45), at(180, 3, 18), at(155, 60, 18)];
    for (const piece of passed) expect(ends([group(at(100), at(120))], [piece])).toEqual([[88, 144]]);
    expect(ends([group(at(100), at(120))], [at(155, 18, 18)], 0.1)).toEqual([[88, 144]]);
  });

  it('does not reach over the digits of the next number', () => {
    const numbers = [group(at(100)), group(at(160))];
    expect(ends(numbers, [at(160)])).toEqual([
      [88, 124],
      [148, 184],
    ]);
    expect(ends(numbers, [at(130, 3, 18)])[0]![1]).toBeLessThanOrEqual(146.5);
  });

  it('follows the slope of the line', () => {
    const { digits, part } = group(at(100), at(120));
    const sloping = { digits, part: { ...part, slope: 0.2 } };
    const [[widened]] = reachOut([[sloping]], [{ box: at(155, 3, 18, 18), fill: 0.4 }]) as [[typeof part]];
    const middle = ({ box }: typeof part) => [box.x + box.width / 2, box.y + box.height / 2] as const;
    const [x, y] = middle(widened);
    const [oldX, oldY] = middle(part);
    expect(x).toBeGreaterThan(oldX);
    expect(y - oldY).toBeCloseTo(0.2 * (x - oldX));
  });
});
