import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { ImageFormatId } from '../contract/image-formats';
import { readDeclaredSize } from './declared-size';

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#fff' } });

describe('readDeclaredSize', () => {
  it.each([
    ['png', (width, height) => picture(width, height).png().toBuffer()],
    ['jpeg', (width, height) => picture(width, height).jpeg().toBuffer()],
    ['jpeg', (width, height) => picture(width, height).jpeg({ progressive: true }).withMetadata().toBuffer()],
    ['webp', (width, height) => picture(width, height).webp().toBuffer()],
    ['webp', (width, height) => picture(width, height).webp({ lossless: true }).toBuffer()],
    ['webp', (width, height) => picture(width, height).webp().withMetadata({ orientation: 6 }).toBuffer()],
    ['gif', (width, height) => picture(width, height).gif().toBuffer()],
    ['avif', (width, height) => picture(width, height).avif({ effort: 0 }).toBuffer()],
  ] satisfies [ImageFormatId, (width: number, height: number) => Promise<Buffer>][])(
    'reads %s',
    async (format, encode) => {
      for (const [width, height] of [
        [1, 1],
        [321, 45],
        [17, 1030],
      ] as const) {
        expect(readDeclaredSize(format, await encode(width, height))).toEqual({ width, height });
      }
    },
  );

  it.each([
    [
      'BMP with rows from the bottom',
      'BM____\0\0\0\0\x36\0\0\0\x28\0\0\0\x07\0\0\0\x05\0\0\0',
      { width: 7, height: 5 },
    ],
    [
      'BMP with rows from the top',
      'BM____\0\0\0\0\x36\0\0\0\x28\0\0\0\x07\0\0\0\xfb\xff\xff\xff',
      { width: 7, height: 5 },
    ],
    ['BMP of OS/2', 'BM____\0\0\0\0\x36\0\0\0\x0c\0\0\0\x07\0\x05\0', { width: 7, height: 5 }],
    ['BMP without width', 'BM____\0\0\0\0\x36\0\0\0\x28\0\0\0\0\0\0\0\x05\0\0\0', undefined],
  ])('reads %s', (_name, text, size) => {
    expect(readDeclaredSize('bmp', latin1(text))).toEqual(size);
  });

  it.each([
    ['<svg width="40" height="30"/>', { width: 40, height: 30 }],
    ["<!-- <svg --><svg:svg height = '1in' width='2.54cm' >", { width: 96, height: 96 }],
    ['<svg viewBox="0 0 200 100" width="50">', { width: 50, height: 25 }],
    ['<svg viewBox="0,0,200,100" height="100%">', { width: 200, height: 100 }],
    ['<svg stroke-width="9" viewBox="0 0 28 28">', { width: 28, height: 28 }],
    ['<svg width="-5" height="0">', { width: 300, height: 150 }],
    ['<svg>', { width: 300, height: 150 }],
    ['<svg width="1e6" height="1e6">', { width: 1e6, height: 1e6 }],
  ])('reads %s', (text, size) => {
    expect(readDeclaredSize('svg', utf8(text))).toEqual(size);
  });

  it('says nothing about headers that are cut off, at any length', async () => {
    const files: [ImageFormatId, Buffer][] = [
      ['png', await picture(20, 10).png().toBuffer()],
      ['jpeg', await picture(20, 10).jpeg().toBuffer()],
      ['webp', await picture(20, 10).webp().toBuffer()],
      ['avif', await picture(20, 10).avif({ effort: 0 }).toBuffer()],
    ];
    for (const [format, bytes] of files) {
      for (let length = 0; length < bytes.length; length += 1) {
        const size = readDeclaredSize(format, bytes.subarray(0, length));
        expect(size === undefined || (size.width === 20 && size.height === 10)).toBe(true);
      }
    }
  });
});
