import { describe, expect, it } from 'vitest';
import { sniffFormat } from './sniff-format';

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array(new Uint16Array([0xfeff, ...latin1(text)]).buffer);
const ftyp = (...brands: string[]) => {
  const length = String.fromCharCode(12 + 4 * brands.length);
  return latin1(`\0\0\0${length}ftyp${brands[0]}\0\0\0\0${brands.slice(1).join('')}`);
};

describe('sniffFormat', () => {
  it.each([
    ['PNG', latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'png'],
    ['JPEG', latin1('\xff\xd8\xff\xe0\0\x10JFIF\0'), 'jpeg'],
    ['WebP', latin1('RIFF\x24\0\0\0WEBPVP8 '), 'webp'],
    ['GIF of 1987', latin1('GIF87a\x01\0\x01\0'), 'gif'],
    ['GIF of 1989', latin1('GIF89a\x01\0\x01\0'), 'gif'],
    ['BMP', latin1('BM\x3a\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0'), 'bmp'],
    ['ICO', latin1('\0\0\x01\0\x01\0'), 'ico'],
    ['PDF', latin1('%PDF-1.7\n'), 'pdf'],
    ['HEIC', ftyp('heic', 'mif1'), 'heic'],
    ['HEIF', ftyp('mif1', 'heic'), 'heic'],
    ['TIFF', latin1('II*\0\x08\0\0\0'), 'tiff'],
    ['TIFF, high bytes first', latin1('MM\0*\0\0\0\x08'), 'tiff'],
    ['AVIF', ftyp('avif', 'mif1', 'miaf'), 'avif'],
    ['AVIF behind the general brand', ftyp('mif1', 'mif1', 'avif'), 'avif'],
    ['plain SVG', utf8('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'svg'],
    [
      'SVG with a prolog',
      utf8('\ufeff<?xml version="1.0"?>\n<!-- a > b -->\n<!DOCTYPE svg PUBLIC "a" "b">\n<svg >'),
      'svg',
    ],
    ['SVG with entities', utf8('<!DOCTYPE svg [ <!ENTITY ink "black"> ]><svg:svg xmlns:svg="x">'), 'svg'],
    ['SVG in UTF-16', utf16('<?xml version="1.0"?><svg width="1">'), 'svg'],
  ])('accepts %s', (_name, bytes, format) => {
    expect(sniffFormat(bytes)).toEqual({ kind: 'image', format });
  });

  it.each([
    ['mp4-or-quicktime-video', ftyp('isom', 'mp42')],
    ['zip-archive-or-office-document', latin1('PK\x03\x04\x14\0')],
    ['windows-program', latin1('MZ\x90\0\x03\0\0\0')],
    ['linux-program', latin1('\x7fELF\x02\x01\x01\0')],
    ['mp3-sound', latin1('ID3\x04\0')],
    ['gzip-archive', latin1('\x1f\x8b\x08\0')],
    ['rar-archive', latin1('Rar!\x1a\x07\x01\0')],
    ['7-zip-archive', latin1('7z\xbc\xaf\x27\x1c')],
    ['web-page-html', utf8('<!DOCTYPE html><title>svg</title><svg>')],
    ['web-page-html', utf8('\n<HTML lang="en"><svg></svg>')],
    ['xml-document', utf8('<?xml version="1.0"?><note><svg/></note>')],
    ['text-file', utf8('BM is how this sentence begins; <svg> comes later.')],
    ['text-file', utf8('12345')],
    ['script', utf8('#!/bin/sh\n')],
  ])('names a %s', (id, bytes) => {
    expect(sniffFormat(bytes)).toEqual({ kind: 'foreign', id });
  });

  it.each([
    ['noise', latin1('\x05\x99\xfe\0\0\x80')],
    ['one byte', latin1('\x89')],
    ['a brand box that is cut off', latin1('\0\0\0')],
  ])('says nothing about %s', (_name, bytes) => {
    expect(sniffFormat(bytes)).toEqual({ kind: 'foreign' });
  });
});
