import sharp, { type Sharp, type SharpOptions } from 'sharp';
import { readIcoEntries } from '../containers/ico-entries';
import type { AcceptedImage, DecodeImage } from '../contract/accepted-image';
import { LIMITS } from '../contract/limits';
import { failed, success } from '../contract/result';
import { appDecoderOf } from '../decode/app-decoders';
import { cappedSize } from '../decode/capped-size';
import { layOverPaper } from '../imaging/lay-over-paper';
import { decodeBmp } from './decode-bmp';
import { NODE_HOST } from './node-host';

/** Decodes with sharp what browsers decode themselves, to the same pixels as far as the two decoders agree. */
export const decodeInNode: DecodeImage = async (image) => {
  try {
    const load = appDecoderOf(image.format);
    if (load) return await (await load(NODE_HOST))(image);
    const { picture, width, height } = await openPicture(image);
    const size = cappedSize(width, height);
    const { data } = await picture
      .resize({ ...size, fit: 'fill' })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const pixels = new Uint8ClampedArray(data.buffer, data.byteOffset, data.length);
    layOverPaper(pixels);
    return success({
      ...size,
      data: pixels,
      originalWidth: width,
      originalHeight: height,
    });
  } catch (error) {
    return failed({ kind: 'undecodable', fileName: image.file.name, detail: String(error) });
  }
};

async function bytesOf({ file }: AcceptedImage): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.arrayBuffer());
}

interface OpenPicture {
  readonly picture: Sharp;
  /** Size of the upright original. */
  readonly width: number;
  readonly height: number;
}

const OPTIONS: SharpOptions = { limitInputPixels: LIMITS.maxSourcePixels };

async function openPicture(image: AcceptedImage): Promise<OpenPicture> {
  if (image.format === 'bmp') {
    // Sharp does not know it.
    const { width, height, data } = decodeBmp(await bytesOf(image));
    return { picture: sharp(data, { ...OPTIONS, raw: { width, height, channels: 4 } }), width, height };
  }
  if (image.format === 'ico') return openIco(await bytesOf(image));
  if (image.format === 'svg') return openSvg(image);
  const picture = sharp(await bytesOf(image), OPTIONS);
  const { width, height, autoOrient } = await picture.metadata();
  // Browsers leave the others as they are.
  const isTurnedByExif = image.format === 'jpeg' || image.format === 'png';
  return isTurnedByExif ? { picture: picture.autoOrient(), ...autoOrient } : { picture, width, height };
}

/** The largest picture of an icon, where it is a PNG; older ones are bitmaps, which only browsers read. */
async function openIco(bytes: Uint8Array): Promise<OpenPicture> {
  const [largest] = readIcoEntries(bytes);
  if (!largest) throw new Error('there is no picture in this icon');
  const picture = sharp(bytes.subarray(largest.start, largest.end), OPTIONS);
  const { width, height } = await picture.metadata();
  return { picture, width, height };
}

/** Drawn at the size that a browser takes, where sharp would take another one or refuse. */
async function openSvg(image: AcceptedImage): Promise<OpenPicture> {
  const { width, height } = image.declaredSize ?? { width: 300, height: 150 };
  const bytes = withSize(Buffer.from(await bytesOf(image)), width, height);
  const metadata = await sharp(bytes, OPTIONS).metadata();
  const density = (72 * cappedSize(width, height).width) / metadata.width;
  return { picture: sharp(bytes, { ...OPTIONS, density: Math.min(100_000, Math.max(1, density)) }), width, height };
}

function withSize(bytes: Buffer, width: number, height: number): Buffer {
  const text = bytes.toString('utf8');
  const root = /<(?:[\w.-]+:)?svg\b(?:[^>"']|"[^"]*"|'[^']*')*>/i.exec(text)?.[0] ?? '';
  if (/\s(?:width|viewBox)\s*=/.test(root)) return bytes;
  return Buffer.from(text.replace(/<(?:[\w.-]+:)?svg\b/i, (tag) => `${tag} width="${width}" height="${height}"`));
}
