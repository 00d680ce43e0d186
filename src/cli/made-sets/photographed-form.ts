import sharp from 'sharp';
import type { Point } from '../../contract/image';
import { homography, type PointMap } from '../../imaging/homography';
import type { Corners } from '../../imaging/warp-pixels';
import type { SeededRandom } from '../seeded-random';
import { valueNoise } from './value-noise';

/** How a form is photographed: all are the most that is possible. */
export interface FormPhotoKind {
  readonly name: string;
  /** Degrees; share of its side that a corner moves; share of its side that the paper curls. */
  readonly turn: number;
  readonly corner: number;
  readonly curl: number;
  /** Share of the photo around the page; negative: the page is cut off. */
  readonly around: readonly [number, number];
  /** Share of the light that a shadow takes. */
  readonly shadow: number;
  /** Quarter turns of the photo. */
  readonly quarters: number;
}

export const FORM_PHOTOS: readonly FormPhotoKind[] = [
  { name: 'from the side', turn: 8, corner: 0.09, curl: 0.003, around: [0.05, 0.15], shadow: 0.1, quarters: 0 },
  { name: 'in shadow', turn: 5, corner: 0.06, curl: 0.003, around: [0.04, 0.12], shadow: 0.55, quarters: 0 },
  { name: 'page fills the photo', turn: 2, corner: 0.02, curl: 0.003, around: [-0.01, 0.01], shadow: 0.3, quarters: 0 },
  { name: 'curled', turn: 5, corner: 0.05, curl: 0.012, around: [0.04, 0.12], shadow: 0.3, quarters: 0 },
  {
    name: 'on its side or upside down',
    turn: 5,
    corner: 0.05,
    curl: 0.003,
    around: [0.04, 0.12],
    shadow: 0.3,
    quarters: 3,
  },
];

export interface FormPhoto {
  readonly file: File;
  /** The point of the flat sheet, in its pixels, that a point of the photo shows. */
  readonly toSheet: PointMap;
  readonly toPhoto: PointMap;
  /** Of the page, from its own top left on. */
  readonly corners: Corners;
}

interface Sheet {
  readonly width: number;
  readonly height: number;
}

/** A sheet on a dark table, seen from the side, lit from one side, with a shadow over a part of it, grain, blur and compression. */
export async function photographedForm(
  ink: Float32Array,
  sheet: Sheet,
  kind: FormPhotoKind,
  random: SeededRandom,
): Promise<FormPhoto> {
  const placed = placedSheet(sheet, kind, random);
  const { photo, toSheet } = placed;
  const [paper, table] = [random.uniform(190, 245), random.uniform(40, 110)];
  const lightAt = light(kind.shadow, photo, random);
  const noise = valueNoise(random);
  const gray = new Uint8Array(photo.width * photo.height);
  for (let y = 0; y < photo.height; y++) {
    for (let x = 0; x < photo.width; x++) {
      const at = toSheet({ x: x + 0.5, y: y + 0.5 });
      const isPage = at.x >= 0 && at.y >= 0 && at.x < sheet.width && at.y < sheet.height;
      const surface = isPage
        ? paper * (0.97 + 0.06 * noise(x / 90, y / 90)) * (1 - inkAt(ink, sheet, at))
        : table * (0.7 + 0.6 * noise(x / 60, y / 8));
      const level = surface * lightAt(x, y) + random.normal(0, 2.5);
      gray[y * photo.width + x] = Math.max(0, Math.min(255, level));
    }
  }
  const jpeg = await sharp(gray, { raw: { ...photo, channels: 1 } })
    .blur(random.uniform(0.4, 0.9))
    .jpeg({ quality: random.integer(70, 90) })
    .toBuffer();
  return { ...placed, file: new File([new Uint8Array(jpeg)], 'form.jpg') };
}

function placedSheet(sheet: Sheet, kind: FormPhotoKind, random: SeededRandom) {
  const { width, height } = sheet;
  const quarters = kind.quarters === 0 ? 0 : random.integer(1, kind.quarters + 1);
  const angle = ((random.uniform(-kind.turn, kind.turn) + 90 * quarters) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const move = () => random.uniform(-kind.corner, kind.corner);
  const flat = rectangle(width, height);
  const seen = flat.map(({ x, y }) => {
    const [u, v] = [x - width / 2 + move() * width, y - height / 2 + move() * height];
    return { x: u * cos - v * sin, y: u * sin + v * cos };
  });
  const [xs, ys] = [seen.map(({ x }) => x), seen.map(({ y }) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const border = () => random.uniform(...kind.around);
  const [before, above] = [border() * (right - left), border() * (bottom - top)];
  const photo = {
    width: Math.round(right - left + before + border() * (right - left)),
    height: Math.round(bottom - top + above + border() * (bottom - top)),
  };
  const [a, b, c, d] = seen.map(({ x, y }) => ({ x: x - left + before, y: y - top + above }));
  const corners: Corners = [a!, b!, c!, d!];
  const bend = curled(sheet, kind.curl, random);
  const [toFlat, fromFlat] = [homography(corners, flat), homography(flat, corners)];
  return {
    photo,
    corners,
    toSheet: (point: Point) => bend.toSheet(toFlat(point)),
    toPhoto: (point: Point) => fromFlat(bend.fromSheet(point)),
  };
}

function rectangle(width: number, height: number): Point[] {
  return [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ];
}

/** A sheet that is not flat: its rows and columns are waves. */
function curled({ width, height }: Sheet, most: number, random: SeededRandom) {
  const curl = { x: random.uniform(-most, most) * width, y: random.uniform(-most, most) * height };
  const phase = { x: random.uniform(0.6, 1.4), y: random.uniform(0.6, 1.4) };
  const bend = ({ x, y }: Point) => ({
    x: curl.x * Math.sin((Math.PI * phase.x * y) / height),
    y: curl.y * Math.sin((Math.PI * phase.y * x) / width),
  });
  return {
    toSheet(point: Point): Point {
      const { x, y } = bend(point);
      return { x: point.x + x, y: point.y + y };
    },
    fromSheet(point: Point): Point {
      let at = point;
      for (let round = 0; round < 5; round++) {
        const { x, y } = bend(at);
        at = { x: point.x - x, y: point.y - y };
      }
      return at;
    },
  };
}

/** Light from one side, and less of it beyond the edge of a shadow, which is sharp or soft. */
function light(shadow: number, photo: Sheet, random: SeededRandom): (x: number, y: number) => number {
  const [shadeX, shadeY] = [random.uniform(-0.2, 0.2), random.uniform(-0.2, 0.2)];
  const [direction, at] = [random.uniform(0, 2 * Math.PI), random.uniform(-0.3, 0.3)];
  const [depth, softness] = [random.uniform(0.4, 1) * shadow, random.uniform(15, 80)];
  const [cos, sin] = [Math.cos(direction), Math.sin(direction)];
  return (x, y) => {
    const [u, v] = [x / photo.width - 0.5, y / photo.height - 0.5];
    const dark = depth / (1 + Math.exp(-(u * cos + v * sin - at) * softness));
    return (1 + shadeX * u + shadeY * v) * (1 - dark);
  };
}

/** Bilinear. */
function inkAt(ink: Float32Array, { width, height }: Sheet, { x, y }: Point): number {
  const [left, top] = [Math.floor(x - 0.5), Math.floor(y - 0.5)];
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return 0;
  const [u, v] = [x - 0.5 - left, y - 0.5 - top];
  const at = top * width + left;
  const above = ink[at]! * (1 - u) + ink[at + 1]! * u;
  const below = ink[at + width]! * (1 - u) + ink[at + width + 1]! * u;
  return above * (1 - v) + below * v;
}
