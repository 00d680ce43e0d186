import { describe, expect, it } from 'vitest';
import type { ImageFormatId } from '../contract/image-formats';
import { readDeclaredSize } from './declared-size';
import { SAMPLE_FILES } from './test-sample-files';

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);
const SAMPLES: [ImageFormatId, Uint8Array][] = [
  ['png', SAMPLE_FILES.png],
  ['jpeg', SAMPLE_FILES.jpeg],
  ['webp', SAMPLE_FILES.webpLossy],
  ['webp', SAMPLE_FILES.webpLossless],
  ['webp', latin1('RIFF____WEBPVP8X\x0a\0\0\0\0\0\0\0\x13\0\0\x09\0\0')],
  ['gif', SAMPLE_FILES.gif],
  ['avif', SAMPLE_FILES.avif],
];

describe('readDeclaredSize', () => {
  it.each(SAMPLES)('reads %s', (format, bytes) => {
    expect(readDeclaredSize(format, bytes)).toEqual({ width: 20, height: 10 });
  });

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
    ['upright', 1, {}],
    ['upside down', 3, {}],
    ['turned by a quarter', 6, { isTurned: true }],
    ['turned and mirrored', 5, { isTurned: true }],
  ])('reads a photo that EXIF says is %s', (_name, orientation, turn) => {
    const little = `Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0${String.fromCharCode(orientation)}\0\0\0`;
    const big = `Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0${String.fromCharCode(orientation)}\0\0`;
    for (const exif of [little, big]) {
      const segment = latin1(`\xff\xe1\0${String.fromCharCode(exif.length + 2)}${exif}`);
      const photo = Uint8Array.from([0xff, 0xd8, ...segment, ...SAMPLE_FILES.jpeg.subarray(2)]);
      expect(readDeclaredSize('jpeg', photo)).toEqual({ width: 20, height: 10, ...turn });
    }
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

  it.each([
    ['attributes', `<svg ${'a="1" '.repeat(10_000)}>`],
    ['quotes', `<svg ${`"'" '"' `.repeat(7_000)}`],
    ['spaces', `<svg width${' '.repeat(60_000)}>`],
    ['spaces behind a length', `<svg width="1${' '.repeat(60_000)}!">`],
    ['digits', `<svg width="${'1'.repeat(60_000)}!">`],
    ['numbers', `<svg viewBox="${'1 '.repeat(30_000)}!">`],
    ['doctypes', `${'<!DOCTYPE>'.repeat(6_000)}<svg>`],
  ])('is not kept busy by %s that go on and on', (_what, text) => {
    const begin = performance.now();
    readDeclaredSize('svg', utf8(text));
    expect(performance.now() - begin).toBeLessThan(500);
  });

  it('says nothing about headers that are cut off, at any length', () => {
    for (const [format, bytes] of SAMPLES) {
      for (let length = 0; length < bytes.length; length += 1) {
        const size = readDeclaredSize(format, bytes.subarray(0, length));
        expect(size === undefined || (size.width === 20 && size.height === 10)).toBe(true);
      }
    }
  });
});
