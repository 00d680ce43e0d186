import sharp from 'sharp';
import type { Point } from '../../contract/image';
import { homography } from '../../imaging/homography';
import type { SeededRandom } from '../seeded-random';
import { valueNoise } from './value-noise';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Longest turn, degrees; furthest that a corner moves and the paper curls, shares of its side. */
const TURN = 4;
const CORNER = 0.05;
const CURL = 0.012;

/** How a sheet lies in a photo. */
export interface SheetWarp {
  readonly photo: Size;
  /** The point of the flat sheet that a point of the photo shows. */
  readonly toSheet: (point: Point) => Point;
}

/** A sheet seen from the side a little, turned a little, and not quite flat. */
export function sheetWarp({ width, height }: Size, random: SeededRandom): SheetWarp {
  const turn = (random.uniform(-TURN, TURN) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const move = () => random.uniform(-CORNER, CORNER);
  const flat = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ];
  const seen = flat.map(({ x, y }) => {
    const [u, v] = [x - width / 2 + move() * width, y - height / 2 + move() * height];
    return { x: u * cos - v * sin, y: u * sin + v * cos };
  });
  const [left, top] = [Math.min(...seen.map(({ x }) => x)), Math.min(...seen.map(({ y }) => y))];
  const corners = seen.map(({ x, y }) => ({ x: x - left, y: y - top }));
  const photo = {
    width: Math.ceil(Math.max(...corners.map(({ x }) => x))),
    height: Math.ceil(Math.max(...corners.map(({ y }) => y))),
  };
  const project = homography(corners, flat);
  const [curlX, curlY] = [random.uniform(-CURL, CURL) * width, random.uniform(-CURL, CURL) * height];
  const [phaseX, phaseY] = [random.uniform(0.6, 1.4), random.uniform(0.6, 1.4)];
  return {
    photo,
    toSheet(point) {
      const { x, y } = project(point);
      return {
        x: x + curlX * Math.sin((Math.PI * phaseX * y) / height),
        y: y + curlY * Math.sin((Math.PI * phaseY * x) / width),
      };
    },
  };
}

/** The sheet as a photo: lit from one side, with a shadow over a part of it, grain, blur and compression. */
export async function photographed(
  ink: Float32Array,
  { width, height }: Size,
  { photo, toSheet }: SheetWarp,
  random: SeededRandom,
): Promise<File> {
  const paper = random.uniform(185, 250);
  const [shadeX, shadeY] = [random.uniform(-0.2, 0.2), random.uniform(-0.2, 0.2)];
  const shadow = {
    angle: random.uniform(0, 2 * Math.PI),
    at: random.uniform(-0.4, 0.4),
    depth: random.uniform(0, 0.4),
  };
  const [cos, sin] = [Math.cos(shadow.angle), Math.sin(shadow.angle)];
  const noise = valueNoise(random);
  const gray = new Uint8Array(photo.width * photo.height);
  for (let y = 0; y < photo.height; y++) {
    for (let x = 0; x < photo.width; x++) {
      const at = toSheet({ x, y });
      const [u, v] = [x / photo.width - 0.5, y / photo.height - 0.5];
      const edge = (u * cos + v * sin - shadow.at) * 20;
      const dark = shadow.depth / (1 + Math.exp(-edge));
      const light = paper * (1 + shadeX * u + shadeY * v) * (1 - dark) * (0.97 + 0.06 * noise(x / 90, y / 90));
      const level = light * (1 - sampled(ink, width, height, at)) + random.normal(0, 2);
      gray[y * photo.width + x] = Math.max(0, Math.min(255, level));
    }
  }
  const jpeg = await sharp(gray, { raw: { ...photo, channels: 1 } })
    .blur(random.uniform(0.4, 0.8))
    .jpeg({ quality: random.integer(75, 92) })
    .toBuffer();
  return new File([new Uint8Array(jpeg)], 'table.jpg');
}

/** Bilinear; no ink beside the sheet. */
function sampled(ink: Float32Array, width: number, height: number, { x, y }: Point): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return 0;
  const [u, v] = [x - left, y - top];
  const at = top * width + left;
  const above = ink[at]! * (1 - u) + ink[at + 1]! * u;
  const below = ink[at + width]! * (1 - u) + ink[at + width + 1]! * u;
  return above * (1 - v) + below * v;
}
