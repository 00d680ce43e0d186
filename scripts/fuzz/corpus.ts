import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { grayFields, writeTiff } from '../../src/decode/test-tiff';
import { encodeApng } from '../e2e-images/encode-apng';
import { encodeBmp } from '../e2e-images/encode-bmp';
import { encodeHeic } from '../e2e-images/encode-heic';
import type { CorpusFile } from './corpus-file';

const SAMPLES = path.resolve(import.meta.dirname, '../../e2e/images');
/** Larger samples, and documents of several pages, would make up most of the time, and are no different inside. */
const MOST_BYTES = 20_000;
const LEFT_OUT = ['digit-in-corner.png', 'large-writing.avif', 'score-sheet.jpg', 'two-pages.pdf'];
const WIDTH = 120;

/** Every way of storing a picture that is worth damaging: the samples of the browser tests, and a small number stored in many ways. */
export async function makeCorpus(): Promise<readonly CorpusFile[]> {
  const samples = readdirSync(SAMPLES, { withFileTypes: true })
    .flatMap((entry) => (entry.isFile() ? entry.name : []))
    .filter((name) => !/\.(md|mjpeg)$/.test(name) && !LEFT_OUT.includes(name))
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(path.join(SAMPLES, name))) }))
    .filter(({ bytes }) => bytes.length <= MOST_BYTES);
  const made = await Promise.all((await variants()).map(async ([name, bytes]) => ({ name, bytes: await bytes })));
  return [...samples, ...made.map(({ name, bytes }) => ({ name, bytes: new Uint8Array(bytes) }))];
}

async function variants(): Promise<readonly (readonly [name: string, bytes: Promise<Uint8Array> | Uint8Array])[]> {
  const small = await sharp(path.join(SAMPLES, 'postal-code.webp')).resize(WIDTH).png().toBuffer();
  const { data, info } = await sharp(small).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const gray = new Uint8Array(await sharp(small).extractChannel(0).raw().toBuffer());
  const [width, height] = [info.width & ~1, info.height & ~1];
  const even = await sharp(small).extract({ left: 0, top: 0, width, height }).removeAlpha().raw().toBuffer();
  const from = () => sharp(small);
  const moving = () => animated(data, info.width, info.height);
  const page = { fields: grayFields(info.width, info.height), strips: [gray] };
  return [
    ['deep.png', from().toColourspace('rgb16').png().toBuffer()],
    ['interlaced.png', from().png({ progressive: true }).toBuffer()],
    ['palette.png', from().png({ palette: true, colors: 4 }).toBuffer()],
    ['moving.png', encodeApng([data, data.map((level) => 255 - level)], info.width, info.height)],
    ['progressive.jpg', from().jpeg({ progressive: true }).toBuffer()],
    ['inks.jpg', from().toColourspace('cmyk').jpeg().toBuffer()],
    ['turned.jpg', from().withMetadata({ orientation: 6 }).jpeg().toBuffer()],
    ['lossless.webp', from().webp({ lossless: true }).toBuffer()],
    ['clear.webp', from().ensureAlpha(0.5).webp().toBuffer()],
    ['moving.webp', moving().webp({ loop: 1 }).toBuffer()],
    ['moving.gif', moving().gif({ loop: 1 }).toBuffer()],
    ['clear.avif', from().ensureAlpha(0.5).avif({ effort: 2 }).toBuffer()],
    ['lzw.tif', from().tiff({ compression: 'lzw', predictor: 'horizontal' }).toBuffer()],
    ['deflate.tif', from().tiff({ compression: 'deflate', tile: true, tileWidth: 32, tileHeight: 32 }).toBuffer()],
    ['photo.tif', from().tiff({ compression: 'jpeg' }).toBuffer()],
    ['bits.tif', from().toColourspace('b-w').tiff({ compression: 'packbits', bitdepth: 1 }).toBuffer()],
    ['pages.tif', writeTiff([page, page], false)],
    ['small.bmp', encodeBmp(even, width, height)],
    ['turned.heic', encodeHeic(even, width, height, { turns: 1, isMirrored: true })],
    ['page.svg', Buffer.from(DRAWING)],
  ];
}

/** Two frames, the second in negative. */
function animated(rgb: Uint8Array, width: number, height: number) {
  const both = Buffer.concat([rgb, rgb.map((level) => 255 - level)]);
  return sharp(both, { raw: { width, height: height * 2, channels: 3, pageHeight: height } });
}

const DRAWING = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY ink "#123">]>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 80" width="6cm">
<defs><filter id="f"><feGaussianBlur stdDeviation="1"/></filter><pattern id="p" width="4" height="4"><path d="M0 0h4"/></pattern></defs>
<style>path{stroke:&ink;fill:none}</style><g transform="scale(1.1)" filter="url(#f)"><path d="M10 10h40L25 70" stroke-width="6"/></g>
<rect width="60" height="80" fill="url(#p)"/><use href="#f"/><text x="5" y="20">7</text></svg>`;
