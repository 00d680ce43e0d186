import sharp from 'sharp';
import type { Box } from '../../contract/image';

/** A picture of one written number and its digits. */
export interface WrittenCell {
  readonly label: string;
  readonly open: () => Promise<File>;
}

/** How dark a number's ink makes the paper, 0 paper .. 1 black, row by row. */
export interface CellInk {
  readonly data: Float32Array;
  readonly size: { readonly width: number; readonly height: number };
  /** The box of its ink. */
  readonly inked: Box;
}

/** The border of a picture where the lines of its table stand, as a share of its height. */
const BORDER = 0.1;
/** Fainter ink, as a share of the darkest, is the grain of the paper. */
const GRAIN = 0.15;

/** The ink of a picture of a number without its paper and without the lines at its border. */
export async function cellInk({ open }: WrittenCell, scale: number): Promise<CellInk> {
  const bytes = Buffer.from(await (await open()).arrayBuffer());
  const { width: from = 1 } = await sharp(bytes).metadata();
  const { data: gray, info } = await sharp(bytes)
    .flatten({ background: '#fff' })
    .grayscale()
    .resize({ width: Math.round(from * scale), kernel: 'cubic' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const paper = [...gray].sort((a, b) => a - b)[Math.floor(0.7 * gray.length)]!;
  const border = BORDER * height;
  const data = Float32Array.from(gray, (level, index) => {
    const [x, y] = [index % width, Math.floor(index / width)];
    const edge = Math.min(x, y, width - 1 - x, height - 1 - y);
    return Math.max(0, 1 - level / paper) * Math.min(1, Math.max(0, edge / border - 0.5) * 2);
  });
  const darkest = [...data].sort((a, b) => a - b)[Math.floor(0.98 * data.length)]!;
  for (let at = 0; at < data.length; at++) data[at] = Math.max(0, data[at]! - GRAIN * darkest) / (1 - GRAIN);
  return { data, size: { width, height }, inked: inkedBox(data, width, 0.3 * darkest) };
}

function inkedBox(data: Float32Array, width: number, least: number): Box {
  let [left, right, top, bottom] = [width, 0, data.length / width, 0];
  data.forEach((level, index) => {
    if (level < least) return;
    const [x, y] = [index % width, Math.floor(index / width)];
    [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
  });
  return { x: left, y: top, width: Math.max(1, right - left + 1), height: Math.max(1, bottom - top + 1) };
}
