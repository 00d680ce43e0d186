import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { grayFields, writeTiff } from '../decode/test-tiff';
import { decodeInNode } from './decode-in-node';
import { decodeBytes, graysOf, pixelsOf } from './test-decoding';

describe('decodeTiff, by the fields of a page', () => {
  it.each([true, false])('keeps the upper bits of 16 (low byte first: %s)', async (isLittleEndian) => {
    const strip = Uint8Array.from(isLittleEndian ? [0xff, 0x10, 0x00, 0xf0] : [0x10, 0xff, 0xf0, 0x00]);
    const file = writeTiff([{ fields: grayFields(2, 1, [[258, [16]]]), strips: [strip] }], isLittleEndian);
    expect(graysOf(await pixelsOf(file))).toEqual([0x10, 0xf0]);
  });

  it('spreads samples of few bits over all levels', async () => {
    const four = writeTiff([{ fields: grayFields(3, 1, [[258, [4]]]), strips: [Uint8Array.of(0x0f, 0x80)] }]);
    expect(graysOf(await pixelsOf(four))).toEqual([0, 255, 136]);
    const two = writeTiff([{ fields: grayFields(3, 1, [[258, [2]]]), strips: [Uint8Array.of(0b01_10_11_00)] }]);
    expect(graysOf(await pixelsOf(two))).toEqual([85, 170, 255]);
  });

  it('lays alpha over white and knows inks, palettes and channels one after the other', async () => {
    const rgb = (more: Parameters<typeof grayFields>[2]) => grayFields(1, 1, [[262, [2]], [277, [3]], ...(more ?? [])]);
    const color = async (file: Uint8Array) => [...(await pixelsOf(file)).data.subarray(0, 3)];
    const half = writeTiff([
      {
        fields: rgb([
          [277, [4]],
          [338, [2]],
        ]),
        strips: [Uint8Array.of(0, 0, 0, 51)],
      },
    ]);
    expect(await color(half)).toEqual([204, 204, 204]);
    const multiplied = writeTiff([
      {
        fields: rgb([
          [277, [4]],
          [338, [1]],
        ]),
        strips: [Uint8Array.of(51, 0, 0, 51)],
      },
    ]);
    expect(await color(multiplied)).toEqual([255, 204, 204]);
    const inks = writeTiff([
      {
        fields: rgb([
          [262, [5]],
          [277, [4]],
        ]),
        strips: [Uint8Array.of(255, 0, 0, 51)],
      },
    ]);
    expect(await color(inks)).toEqual([0, 204, 204]);
    const planes = writeTiff([
      { fields: rgb([[284, [2]]]), strips: [Uint8Array.of(1), Uint8Array.of(2), Uint8Array.of(3)] },
    ]);
    expect(await color(planes)).toEqual([1, 2, 3]);
    const map = [0, 0x1100, 0, 0x2200, 0, 0x3300];
    const palette = writeTiff([
      {
        fields: grayFields(1, 1, [
          [258, [1]],
          [262, [3]],
          [320, map],
        ]),
        strips: [Uint8Array.of(0x80)],
      },
    ]);
    expect(await color(palette)).toEqual([0x11, 0x22, 0x33]);
  });

  it('decodes faxes of group 3 and of single rows', async () => {
    // 4 white, 3 black, 1 white: 1011 10 000111; then a row of 8 white: 10011.
    const rows = [0xf1, 0xff];
    const fields = (compression: number) =>
      grayFields(8, 2, [
        [258, [1]],
        [262, [0]],
        [259, [compression]],
      ]);
    const asBits = (bits: string) =>
      Uint8Array.from(bits.match(/.{1,8}/g) ?? [], (byte) => Number.parseInt(byte.padEnd(8, '0'), 2));
    const mark = '000000000001';
    const group3 = writeTiff([{ fields: fields(3), strips: [asBits(`${mark}101110000111${mark}10011${mark}`)] }]);
    const single = writeTiff([{ fields: fields(2), strips: [asBits(`1011100001110000${'10011'}`)] }]);
    for (const file of [group3, single]) {
      const levels = graysOf(await pixelsOf(file));
      expect(
        rows.map((_, row) =>
          Number.parseInt(
            levels
              .slice(row * 8, row * 8 + 8)
              .map((v) => (v ? 1 : 0))
              .join(''),
            2,
          ),
        ),
      ).toEqual(rows);
    }
  });

  // 3 x 2 pixels, 1 2 3 above 4 5 6, as EXIF says that they are to be turned.
  it.each([
    [1, 3, [1, 2, 3, 4, 5, 6]],
    [2, 3, [3, 2, 1, 6, 5, 4]],
    [3, 3, [6, 5, 4, 3, 2, 1]],
    [4, 3, [4, 5, 6, 1, 2, 3]],
    [5, 2, [1, 4, 2, 5, 3, 6]],
    [6, 2, [4, 1, 5, 2, 6, 3]],
    [7, 2, [6, 3, 5, 2, 4, 1]],
    [8, 2, [3, 6, 2, 5, 1, 4]],
  ])('sets up a page of orientation %i', async (orientation, width, expected) => {
    const file = writeTiff([
      { fields: grayFields(3, 2, [[274, [orientation]]]), strips: [Uint8Array.of(1, 2, 3, 4, 5, 6)] },
    ]);
    const image = await pixelsOf(file);
    expect(image).toMatchObject({ width, originalWidth: width });
    expect(graysOf(image)).toEqual(expected);
  });

  it('shrinks a page over the pixel cap', async () => {
    const size = { width: 8000, height: 3000 };
    const strip = deflateSync(new Uint8Array(size.width * size.height).fill(200));
    const image = await pixelsOf(writeTiff([{ fields: grayFields(8000, 3000, [[259, [8]]]), strips: [strip] }]));
    expect(image).toMatchObject({ originalWidth: 8000, originalHeight: 3000 });
    expect(image.width * image.height).toBeLessThanOrEqual(16_000_000);
    expect(image.data[4 * image.width * 100]).toBe(200);
  });

  /** 300 million pixels, of which a few bytes are there. */
  const cutOff = (more: Parameters<typeof grayFields>[2], bytes: number[]) =>
    writeTiff([{ fields: grayFields(15_000, 19_900, more), strips: [Uint8Array.from(bytes)] }]);
  const oneBit = [[258, [1]] as const, [262, [0]] as const];

  it.each([
    ['stored as it is', cutOff([], [7, 8, 9])],
    ['in LZW', cutOff([[259, [5]]], [0x80, 0x01, 0xc0, 0x40])],
    ['deflated', cutOff([[259, [8]]], [...deflateSync(new Uint8Array(20_000))])],
    ['in PackBits', cutOff([[259, [32773]]], [0x81, 7])],
    ['as a fax', cutOff([...oneBit, [259, [4]]], [0xff, 0xff])],
    ['of one bit', cutOff(oneBit, [0xff])],
  ])('leaves what is missing of a page %s white, without going through it', async (_name, file) => {
    const begin = performance.now();
    const { data, width, height, originalHeight } = await pixelsOf(file);
    expect(performance.now() - begin).toBeLessThan(3_000);
    expect(originalHeight).toBe(19_900);
    expect(data.length).toBe(width * height * 4);
    expect(data.subarray(width * 100 * 4).every((level) => level === 255)).toBe(true);
  });

  it('keeps what there is of a row that is cut off', async () => {
    const file = writeTiff([{ fields: grayFields(4, 3), strips: [Uint8Array.of(1, 2, 3, 4, 5, 6)] }]);
    expect(graysOf(await pixelsOf(file))).toEqual([1, 2, 3, 4, 5, 6, 255, 255, 255, 255, 255, 255]);
  });

  it.each([
    ['an unknown compression', writeTiff([{ fields: grayFields(2, 1, [[259, [9]]]), strips: [Uint8Array.of(1)] }])],
    ['no strips', writeTiff([{ fields: grayFields(2, 1), strips: [] }])],
    ['an empty strip', writeTiff([{ fields: grayFields(2, 1), strips: [new Uint8Array()] }])],
    ['a fax without a row', writeTiff([{ fields: grayFields(2, 1, [[259, [4]]]), strips: [Uint8Array.of(0)] }])],
  ])('refuses a page with %s', async (_name, file) => {
    expect(await decodeBytes(file)).toMatchObject({ ok: false, failure: { kind: 'undecodable' } });
  });

  it('refuses a later page that claims too many pixels', async () => {
    const [small, huge] = [grayFields(2, 1), grayFields(40_000, 40_000)];
    const file = new File([writeTiff([small, huge].map((fields) => ({ fields, strips: [Uint8Array.of(1, 2)] })))], 'a');
    expect(await decodeInNode({ file, format: 'tiff', page: 0 })).toMatchObject({ ok: true });
    expect(await decodeInNode({ file, format: 'tiff', page: 1 })).toMatchObject({ failure: { kind: 'too-large' } });
  });

  it('is not led in circles or beyond the end', async () => {
    const whole = writeTiff([{ fields: grayFields(4, 4, [[259, [5]]]), strips: [Uint8Array.of(128, 0, 64)] }]);
    for (let at = 4; at < whole.length; at += 1) {
      for (const value of [0, 8, 255]) await decodeBytes(whole.with(at, value));
      await decodeBytes(whole.subarray(0, at));
    }
  });
});
