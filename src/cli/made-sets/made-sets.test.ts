import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { GrayImage } from '../../contract/image';
import type { LabelledPicture } from '../labelled-set';
import type { MeasuredPart } from '../measured-part';
import { seededRandom } from '../seeded-random';
import { amountMarks } from './amounts';
import { clearGap, contactGap, INK, inkDigit, sideBySide } from './digit-strip';
import { emptyForms } from './empty-forms';
import { emptyScenes } from './empty-scenes';
import { europeanDigits, hasHole } from './european-digits';
import { hardStrings } from './hard-strings';
import { withStroke } from './pen-stroke';
import { SCRIPT_NUMBERS, scriptNumbers } from './script-numbers';
import { writtenWords } from './written-words';

const SIDE = 28;

/** A digit by its strokes, corner to corner; ten of each label, each a little elsewhere. */
const STROKES: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  '1': [
    [14, 4],
    [14, 23],
  ],
  '4': [
    [9, 4],
    [8, 14],
    [19, 14],
    [19, 4],
    [19, 23],
  ],
  '7': [
    [8, 4],
    [19, 4],
    [12, 23],
  ],
};

function drawn(label: string, shift: number): LabelledPicture {
  const corners = (
    STROKES[label] ?? [
      [8, 4],
      [19, 4],
      [19, 23],
      [8, 23],
      [8, 4],
    ]
  ).map(([x, y]) => ({
    x: x! + (shift % 3),
    y: y!,
  }));
  const paper: GrayImage = { width: SIDE, height: SIDE, data: new Uint8Array(SIDE * SIDE) };
  const gray = corners.slice(1).reduce((ink, corner, index) => withStroke(ink, corners[index]!, corner, 2.5), paper);
  return { name: `${label} ${shift}`, label, gray, open: () => Promise.reject(new Error('not opened')) };
}

const DIGITS = Array.from({ length: 100 }, (_, index) => drawn(String(index % 10), index));

async function grayOf(picture: LabelledPicture): Promise<GrayImage> {
  const file = await picture.open();
  const { data, info } = await sharp(await file.arrayBuffer())
    .grayscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** How many pieces the dark ink falls into, by steps to the eight neighbors. */
function pieces({ width, height, data }: GrayImage): number {
  const isInk = Array.from(data, (value) => value < 255 - INK);
  let count = 0;
  for (let start = isInk.indexOf(true); start >= 0; start = isInk.indexOf(true)) {
    count += 1;
    const open = [start];
    isInk[start] = false;
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      for (const [dx, dy] of [
        [-1, -1],
        [0, -1],
        [1, -1],
        [-1, 0],
        [1, 0],
        [-1, 1],
        [0, 1],
        [1, 1],
      ]) {
        const [x, y] = [(place % width) + dx!, Math.floor(place / width) + dy!];
        const next = y * width + x;
        if (x < 0 || y < 0 || x >= width || y >= height || !isInk[next]) continue;
        isInk[next] = false;
        open.push(next);
      }
    }
  }
  return count;
}

function named(parts: readonly MeasuredPart[], name: string): MeasuredPart {
  return parts.find((part) => part.name === name)!;
}

describe('hardStrings', () => {
  const parts = hardStrings(DIGITS);

  it('says what stands in each picture', () => {
    for (const { pictures } of parts) for (const { label } of pictures) expect(label).toMatch(/^\d{2,5}$/);
    for (const { label } of named(parts, 'one digit repeated').pictures) expect(new Set(label).size).toBe(1);
    for (const { label } of named(parts, 'numbers of 4 and 9 alone').pictures) expect(label).toMatch(/^[49]+$/);
  });

  it('makes one piece of ink of digits that touch, and several of broken ones', async () => {
    for (const picture of named(parts, 'touching').pictures.slice(0, 5)) expect(pieces(await grayOf(picture))).toBe(1);
    for (const picture of named(parts, 'broken strokes').pictures.slice(0, 5))
      expect(pieces(await grayOf(picture))).toBeGreaterThan(picture.label.length);
  });
});

describe('sideBySide', () => {
  it('keeps the digits apart, lets them touch, or pushes one into the other', () => {
    const pair = [inkDigit(drawn('0', 0)), inkDigit(drawn('0', 0))];
    const [width] = [pair[0]!.ink.width];
    expect(sideBySide(pair, clearGap(seededRandom('gap'))).ink.width).toBeGreaterThanOrEqual(2 * width + 2);
    expect(
      sideBySide(
        pair,
        contactGap(() => 0),
      ).ink.width,
    ).toBe(2 * width);
    expect(
      sideBySide(
        pair,
        contactGap(() => 3),
      ).ink.width,
    ).toBe(2 * width - 3);
  });
});

describe('europeanDigits', () => {
  const parts = europeanDigits(DIGITS);

  it('adds a bar to sevens and an upstroke to ones, and takes only fours that are open', () => {
    const ink = ({ data }: GrayImage) => data.filter((value) => value >= INK).length;
    const added = ({ pictures }: MeasuredPart, label: string) => ink(pictures[0]!.gray!) - ink(drawn(label, 0).gray!);
    expect(added(named(parts, 'crossed sevens'), '7')).toBeGreaterThan(5);
    expect(added(named(parts, 'ones with an upstroke'), '1')).toBeGreaterThan(5);
    expect(named(parts, 'open fours').pictures).toHaveLength(10);
    expect(europeanDigits(DIGITS.map((digit) => ({ ...drawn('0', 0), label: digit.label })))[2]!.pictures).toEqual([]);
  });

  it('knows paper that ink encloses', () => {
    expect(hasHole(drawn('0', 0).gray!)).toBe(true);
    expect(hasHole(drawn('4', 0).gray!)).toBe(false);
  });
});

describe('pictures without digits', () => {
  it('are drawn the same every time, with words in them only where there should be', async () => {
    const parts = [...emptyScenes(), ...emptyForms(), ...writtenWords()];
    expect(parts.flatMap(({ pictures }) => pictures).length).toBeGreaterThanOrEqual(200);
    for (const { name, pictures } of parts) {
      const [first, again] = [await grayOf(pictures[3]!), await grayOf(pictures[3]!)];
      expect(Buffer.compare(first.data as Uint8Array, again.data as Uint8Array), name).toBe(0);
      expect(new Set(first.data).size, name).toBeGreaterThan(1);
      expect(pictures.every(({ label }) => label === '')).toBe(true);
    }
  });
});

describe('amountMarks', () => {
  it('watches the place of the point alone', async () => {
    for (const { pictures } of amountMarks(DIGITS)) {
      const { onlyIn, open, ...rest } = pictures[0]!;
      const page = await grayOf({ ...rest, open });
      const isDark = (place: number) => page.data[place]! < 128;
      const inside = Array.from(page.data.keys()).filter((place) => {
        const [x, y] = [place % page.width, Math.floor(place / page.width)];
        const { x: left, y: top, width, height } = onlyIn!;
        return isDark(place) && x >= left && x < left + width && y >= top && y < top + height;
      });
      expect(inside.length).toBeGreaterThan(10);
      expect(onlyIn!.height).toBeLessThan(40);
      expect(rest.label).toBe('');
    }
  });
});

describe('scriptNumbers', () => {
  it('makes the same photos of three to eight digits of one set each', async () => {
    const [low, high] = [DIGITS.filter(({ label }) => label < '5'), DIGITS.filter(({ label }) => label >= '5')];
    const [pictures, again] = [scriptNumbers('thai', [low, high]), scriptNumbers('thai', [low, high])];
    expect(pictures.map(({ label }) => label)).toEqual(again.map(({ label }) => label));
    expect(pictures).toHaveLength(SCRIPT_NUMBERS);
    for (const [index, { label }] of pictures.entries())
      expect(label).toMatch(index % 2 === 0 ? /^[0-4]{3,8}$/ : /^[5-9]{3,8}$/);
    const [photo, same] = [await grayOf(pictures[0]!), await grayOf(again[0]!)];
    expect(photo).toEqual(same);
    const levels = [...photo.data].sort((a, b) => a - b);
    expect(levels.at(-1)! - levels[0]!).toBeGreaterThan(80);
  });
});
