import { describe, expect, it } from 'vitest';
import type { Curve } from '../layout/curve';
import { tellRulings, withoutRulings } from './tell-rulings';
import { lineOfText, sureDigit } from './test-digit';

/** An upright line at x from one y to another. */
const upright = (x: number, from: number, to: number): Curve => ({
  at: [from, to],
  off: [x, x],
  strength: 90,
  seen: 1,
});
const box = (x: number, height = 20) => ({ x, y: 10, width: 12, height });
/** White paper with a gray line 60 pixels tall down at x = 26, and a black stroke on it from y = 10 to 30 if wanted. */
function paper(isDrawn = false) {
  const page = { width: 60, height: 60, data: new Float32Array(3600).fill(255) };
  for (let y = 0; y < 60; y++) page.data[y * 60 + 26] = isDrawn && y >= 10 && y < 30 ? 20 : 140;
  return page;
}
const textOf = (line: ReturnType<typeof tellRulings>) => line.characters.map(({ code }) => code).join('');

describe('tellRulings', () => {
  const located = [sureDigit(4, box(0)), sureDigit(0, box(40))];

  it('takes the side of a box for no 1, and is less certain', () => {
    const told = tellRulings(lineOfText('410', 0.8), located, { down: [upright(26, 0, 40)] }, paper());
    expect(textOf(told)).toBe('40');
    expect(told.readings[0]).toEqual({ codes: ['4', '0'], probability: 0.4 });
  });

  it.each<[string, Curve]>([
    ['the line runs beside it', upright(38, 0, 40)],
    ['the line ends where the 1 ends', upright(26, 10, 30)],
    ['the line is above it', upright(26, -60, 12)],
  ])('leaves a 1 where %s', (_, curve) => {
    expect(textOf(tellRulings(lineOfText('410'), located, { down: [curve] }, paper()))).toBe('410');
  });

  it('leaves a 1 that was drawn on the line with a pen', () => {
    expect(textOf(tellRulings(lineOfText('410'), located, { down: [upright(26, 0, 60)] }, paper(true)))).toBe('410');
  });

  it('leaves a 1 that was located as a digit too', () => {
    const all = [...located, sureDigit(1, box(20))];
    expect(textOf(tellRulings(lineOfText('410'), all, { down: [upright(26, 0, 40)] }, paper()))).toBe('410');
  });
});

describe('withoutRulings', () => {
  const others = [sureDigit(4, box(0)), sureDigit(0, box(40))];

  it('leaves out a short piece of a line, and keeps a 1 as tall as the digits', () => {
    const down = [upright(26, 0, 60)];
    expect(withoutRulings([...others, sureDigit(1, box(20, 11))], { down })).toEqual(others);
    expect(withoutRulings([...others, sureDigit(1, box(20))], { down })).toHaveLength(3);
  });
});
