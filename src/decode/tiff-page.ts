import { TIFF_TAGS, type TiffDirectory } from '../containers/tiff-directory';
import type { RgbaPixels } from '../imaging/rgba-pixels';
import type { DecoderHost } from './decoder-host';
import { jpegSegment } from './tiff-jpeg';
import { PHOTOMETRIC, readTiffLayout, type TiffLayout, type TiffSegment } from './tiff-layout';
import { columnCounter, sampleReader, unpackSegment } from './tiff-samples';

const JPEG_COMPRESSIONS: readonly number[] = [6, 7];

/**
 * Pixels of one page of a TIFF file, as they are stored: not turned, alpha not laid over paper. What is missing of a
 * damaged file is white, and takes no time: only as many rows are given as there are pixels in.
 *
 * @throws for a kind of TIFF that is not known, and when there are no pixels
 */
export async function decodeTiffPage(
  file: Uint8Array,
  directory: TiffDirectory,
  host: Pick<DecoderHost, 'decodeJpeg'>,
): Promise<RgbaPixels> {
  const layout = readTiffLayout(directory, file.length);
  const page = new GrowingPage(layout.width, layout.height);
  const palette = directory.values(TIFF_TAGS.colorMap);
  for (const segment of layout.segments) {
    if (JPEG_COMPRESSIONS.includes(layout.compression)) {
      const jpeg = jpegSegment(file, segment, directory, layout);
      copyPixels(await host.decodeJpeg(jpeg), segment, page);
    } else {
      const bytes = await unpackSegment(file, segment, layout);
      writePixels(bytes, segment, layout, palette, page);
    }
  }
  const pixels = page.begun();
  if (pixels.height === 0) throw new Error('there are no pixels in this TIFF');
  if (layout.alpha !== undefined && layout.isAlphaMultiplied) divideByAlpha(pixels.data);
  return pixels;
}

/** A page that becomes white as far down as something is written. What is not touched takes neither time nor memory. */
class GrowingPage implements RgbaPixels {
  readonly data: Uint8ClampedArray;
  #rows = 0;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.data = new Uint8ClampedArray(width * height * 4);
  }

  reach(rows: number): void {
    if (rows <= this.#rows) return;
    this.data.fill(255, this.#rows * this.width * 4, rows * this.width * 4);
    this.#rows = rows;
  }

  begun(): RgbaPixels {
    return { width: this.width, height: this.#rows, data: this.data.subarray(0, this.#rows * this.width * 4) };
  }
}

function copyPixels(from: RgbaPixels, { x, y }: TiffSegment, page: GrowingPage): void {
  const columns = Math.min(from.width, page.width - x);
  const rows = Math.min(from.height, page.height - y);
  page.reach(y + rows);
  for (let row = 0; row < rows; row += 1) {
    const start = row * from.width * 4;
    page.data.set(from.data.subarray(start, start + columns * 4), ((y + row) * page.width + x) * 4);
  }
}

function writePixels(
  bytes: Uint8Array,
  segment: TiffSegment,
  layout: TiffLayout,
  palette: readonly number[],
  page: GrowingPage,
): void {
  const sample = sampleReader(bytes, segment, layout);
  const columnsIn = columnCounter(bytes, segment, layout);
  const write = layout.isPlanar ? planeWriter(sample, segment, layout) : pixelWriter(sample, layout, palette);
  const rows = Math.min(segment.height, page.height - segment.y);
  for (let y = 0; y < rows; y += 1) {
    const columns = Math.min(columnsIn(y), page.width - segment.x);
    if (columns === 0) return;
    page.reach(segment.y + y + 1);
    let at = ((segment.y + y) * page.width + segment.x) * 4;
    for (let x = 0; x < columns; x += 1, at += 4) write(page.data, at, x, y);
  }
}

type PixelWriter = (data: Uint8ClampedArray, at: number, x: number, y: number) => void;

function pixelWriter(
  sample: ReturnType<typeof sampleReader>,
  layout: TiffLayout,
  palette: readonly number[],
): PixelWriter {
  const color = colorWriter(sample, layout, palette);
  const { alpha } = layout;
  if (alpha === undefined) return color;
  return (data, at, x, y) => {
    color(data, at, x, y);
    data[at + 3] = sample(x, y, alpha);
  };
}

function colorWriter(
  sample: ReturnType<typeof sampleReader>,
  { photometric, bits }: TiffLayout,
  palette: readonly number[],
): PixelWriter {
  const gray = (data: Uint8ClampedArray, at: number, level: number) => {
    data[at] = level;
    data[at + 1] = level;
    data[at + 2] = level;
  };
  switch (photometric) {
    case PHOTOMETRIC.whiteIsZero:
      return (data, at, x, y) => gray(data, at, 255 - sample(x, y, 0));
    case PHOTOMETRIC.blackIsZero:
    case PHOTOMETRIC.mask:
      return (data, at, x, y) => gray(data, at, sample(x, y, 0));
    case PHOTOMETRIC.rgb:
      return (data, at, x, y) => {
        for (let channel = 0; channel < 3; channel += 1) data[at + channel] = sample(x, y, channel);
      };
    case PHOTOMETRIC.palette:
      return (data, at, x, y) => {
        const color = sample(x, y, 0);
        // Levels of 16 bits, all reds before all greens before all blues.
        for (let channel = 0; channel < 3; channel += 1)
          data[at + channel] = (palette[channel * 2 ** bits + color] ?? 0) >> 8;
      };
    case PHOTOMETRIC.cmyk:
      return (data, at, x, y) => {
        const light = 1 - sample(x, y, 3) / 255;
        for (let channel = 0; channel < 3; channel += 1) data[at + channel] = (255 - sample(x, y, channel)) * light;
      };
    default:
      throw new Error(`TIFF colors of kind ${photometric} are not supported`);
  }
}

/** One channel of colors whose channels are stored one after the other; inks darken what is there. */
function planeWriter(
  sample: ReturnType<typeof sampleReader>,
  { plane }: TiffSegment,
  { photometric, alpha }: TiffLayout,
): PixelWriter {
  const write = (offset: number, level: (x: number, y: number) => number): PixelWriter => {
    return (data, at, x, y) => {
      data[at + offset] = level(x, y);
    };
  };
  if (plane === alpha) return write(3, (x, y) => sample(x, y, 0));
  if (photometric === PHOTOMETRIC.rgb) {
    return plane < 3 ? write(plane, (x, y) => sample(x, y, 0)) : () => undefined;
  }
  if (photometric !== PHOTOMETRIC.cmyk) throw new Error(`planes of kind ${photometric} are not supported`);
  if (plane < 3) return write(plane, (x, y) => 255 - sample(x, y, 0));
  return (data, at, x, y) => {
    const light = plane === 3 ? 1 - sample(x, y, 0) / 255 : 1;
    for (let channel = 0; channel < 3; channel += 1) data[at + channel] = data[at + channel]! * light;
  };
}

function divideByAlpha(data: Uint8ClampedArray): void {
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3]!;
    if (alpha === 0 || alpha === 255) continue;
    for (let channel = at; channel < at + 3; channel += 1) data[channel] = (data[channel]! * 255) / alpha;
  }
}
