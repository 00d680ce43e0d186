import { describe, expect, it } from 'vitest';
import { correctedReading, noCorrections, undo, withEdit } from './corrections';
import { charactersOf, readingText } from './fixed-reading';
import { lineBox, scaledBox } from './leave-out';
import { nextLook } from './next-look';
import { sampleRecognition } from './test-reading';

const PAGE = sampleRecognition(['2025', '40?7', '12']);
const NONE = noCorrections(PAGE);
const READING = correctedReading(PAGE, NONE);

describe('leaving out', () => {
  it('takes a line out of the data, and puts it back when that is undone', () => {
    const box = lineBox(READING, charactersOf(READING)[0]!.id)!;
    const without = withEdit(PAGE, NONE, { kind: 'leave-out', box });
    const after = correctedReading(PAGE, without);
    expect(readingText(after)).toBe('407\n12');
    expect(after.leftOut).toEqual([box]);
    expect(after.removed).toHaveLength(4);
    expect(correctedReading(PAGE, undo(without))).toEqual(READING);
  });

  it('leads on to what is still to be checked, or says that nothing is', () => {
    const line = (id: number) => ({ kind: 'leave-out', box: lineBox(READING, id)! }) as const;
    const [first, , , , second] = charactersOf(READING);
    const firstOut = correctedReading(PAGE, withEdit(PAGE, NONE, line(first!.id)));
    expect(nextLook(READING, firstOut, line(first!.id))).toEqual({ id: second!.id + 1, isAllChecked: false });
    const secondOut = correctedReading(PAGE, withEdit(PAGE, NONE, line(second!.id)));
    expect(nextLook(READING, secondOut, line(second!.id))).toMatchObject({ isAllChecked: true });
  });

  it('remembers an empty part too, for other pictures, but does it once', () => {
    const box = { x: 900, y: 900, width: 5, height: 5 };
    const once = withEdit(PAGE, NONE, { kind: 'leave-out', box });
    expect(correctedReading(PAGE, once).leftOut).toEqual([box]);
    expect(withEdit(PAGE, once, { kind: 'leave-out', box })).toBe(once);
  });

  it('means the same part of a picture of another size', () => {
    const box = { x: 10, y: 20, width: 30, height: 40 };
    const scaled = scaledBox(box, { imageWidth: 100, imageHeight: 100 }, { imageWidth: 200, imageHeight: 50 });
    expect(scaled).toEqual({ x: 20, y: 10, width: 60, height: 20 });
  });
});
