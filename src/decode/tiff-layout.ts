import { TIFF_TAGS, type TiffDirectory } from '../containers/tiff-directory';

/** A strip or tile of a page, with the part of the file that holds it. */
export interface TiffSegment {
  readonly x: number;
  readonly y: number;
  /** As it is stored; a tile may reach over the edge of the page. */
  readonly width: number;
  readonly height: number;
  /** Which channel, where channels are stored one after the other; else 0. */
  readonly plane: number;
  readonly start: number;
  readonly end: number;
}

/** How the pixels of a page are stored. */
export interface TiffLayout {
  readonly width: number;
  readonly height: number;
  readonly compression: number;
  readonly photometric: number;
  /** Of every channel. */
  readonly bits: number;
  readonly channels: number;
  readonly isPlanar: boolean;
  readonly isLittleEndian: boolean;
  readonly isLowBitFirst: boolean;
  readonly isTwoDimensionalFax: boolean;
  readonly predictor: number;
  readonly isFloat: boolean;
  /** Index of the channel with alpha; undefined without one. */
  readonly alpha: number | undefined;
  readonly isAlphaMultiplied: boolean;
  readonly segments: readonly TiffSegment[];
}

export const PHOTOMETRIC = { whiteIsZero: 0, blackIsZero: 1, rgb: 2, palette: 3, mask: 4, cmyk: 5, yCbCr: 6 } as const;

/** Channels that carry color, by photometric interpretation; the rest is alpha or of no concern. */
export const COLOR_CHANNELS: Readonly<Record<number, number>> = { 0: 1, 1: 1, 2: 3, 3: 1, 4: 1, 5: 4, 6: 3 };

export function readTiffLayout(directory: TiffDirectory, fileBytes: number): TiffLayout {
  const first = (tag: number, otherwise: number) => directory.values(tag)[0] ?? otherwise;
  const [width, height] = [first(TIFF_TAGS.width, 0), first(TIFF_TAGS.height, 0)];
  const photometric = first(TIFF_TAGS.photometric, PHOTOMETRIC.whiteIsZero);
  const bits = first(TIFF_TAGS.bitsPerSample, 1);
  const channels = first(TIFF_TAGS.samplesPerPixel, Math.max(1, directory.values(TIFF_TAGS.bitsPerSample).length));
  const colors = COLOR_CHANNELS[photometric] ?? channels;
  const [extra] = directory.values(TIFF_TAGS.extraSamples);
  const isPlanar = channels > 1 && first(TIFF_TAGS.planar, 1) === 2;
  return {
    width,
    height,
    compression: first(TIFF_TAGS.compression, 1),
    photometric,
    bits,
    channels,
    isPlanar,
    isLittleEndian: directory.isLittleEndian,
    isLowBitFirst: first(TIFF_TAGS.fillOrder, 1) === 2,
    isTwoDimensionalFax: (first(TIFF_TAGS.faxOptions, 0) & 1) === 1,
    predictor: first(TIFF_TAGS.predictor, 1),
    isFloat: first(TIFF_TAGS.sampleFormat, 1) === 3,
    alpha: channels > colors && (extra === 1 || extra === 2) ? colors : undefined,
    isAlphaMultiplied: extra === 1,
    segments: readSegments(directory, { width, height }, isPlanar ? channels : 1, fileBytes),
  };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function readSegments(directory: TiffDirectory, page: Size, planes: number, fileBytes: number): TiffSegment[] {
  const [tileWidth] = directory.values(TIFF_TAGS.tileWidth);
  const width = tileWidth ?? page.width;
  const height = tileWidth
    ? (directory.values(TIFF_TAGS.tileHeight)[0] ?? tileWidth)
    : Math.min(page.height, directory.values(TIFF_TAGS.rowsPerStrip)[0] ?? page.height);
  const offsets = directory.values(tileWidth ? TIFF_TAGS.tileOffsets : TIFF_TAGS.stripOffsets);
  const counts = directory.values(tileWidth ? TIFF_TAGS.tileByteCounts : TIFF_TAGS.stripByteCounts);
  if (!(width > 0 && height > 0)) return [];
  const across = Math.ceil(page.width / width);
  const perPlane = across * Math.ceil(page.height / height);
  return offsets.slice(0, perPlane * planes).map((offset, index) => {
    const place = index % perPlane;
    const y = Math.floor(place / across) * height;
    return {
      x: (place % across) * width,
      y,
      width,
      height: tileWidth ? height : Math.min(height, page.height - y),
      plane: Math.floor(index / perPlane),
      start: Math.min(offset, fileBytes),
      // A lone strip without a count reaches to the end.
      end: Math.min(offset + (counts[index] ?? fileBytes), fileBytes),
    };
  });
}
