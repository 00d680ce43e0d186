import sharp from 'sharp';
import type { LabelledPicture } from '../labelled-set';
import { type SeededRandom, seededRandom } from '../seeded-random';

/** Red, green and blue, 0..255. */
export type Color = readonly [number, number, number];

/** A picture by its color at every point. */
export interface ColorPage {
  readonly width: number;
  readonly height: number;
  readonly colorAt: (x: number, y: number) => Color;
}

export function pageSize(random: SeededRandom): { readonly width: number; readonly height: number } {
  return { width: random.integer(240, 561), height: random.integer(180, 421) };
}

/** Paper of any tint from white to dim, unevenly lit. */
export function paper(random: SeededRandom): ColorPage {
  const size = pageSize(random);
  const light = random.uniform(180, 255);
  const tint: Color = [light, light * random.uniform(0.92, 1), light * random.uniform(0.78, 1)];
  const angle = random.uniform(0, 2 * Math.PI);
  const fall = random.uniform(0, 0.35);
  const shadow = { at: random.uniform(-0.2, 1.2), softness: random.uniform(0.02, 0.3), depth: random.uniform(0, 0.35) };
  return {
    ...size,
    colorAt(x, y) {
      const along = 0.5 + Math.cos(angle) * (x / size.width - 0.5) + Math.sin(angle) * (y / size.height - 0.5);
      const shade = shadow.depth / (1 + Math.exp((along - shadow.at) / shadow.softness));
      return scaled(tint, (1 - fall * along) * (1 - shade));
    },
  };
}

export function scaled([red, green, blue]: Color, factor: number): Color {
  return [red * factor, green * factor, blue * factor];
}

/** `share` of the second color laid over the first. */
export function mixed(under: Color, over: Color, share: number): Color {
  const part = Math.max(0, Math.min(1, share));
  return [
    under[0] + part * (over[0] - under[0]),
    under[1] + part * (over[1] - under[1]),
    under[2] + part * (over[2] - under[2]),
  ];
}

/** The page as a photo, with the noise of a camera; there is no digit in it. It is the same whenever it is opened. */
export function pagePicture(name: string, drawPage: (random: SeededRandom) => ColorPage): LabelledPicture {
  const open = async () => {
    const random = seededRandom(name);
    const page = drawPage(random);
    const { width, height } = page;
    const png = await sharp(photographed(page, random), { raw: { width, height, channels: 3 } })
      .png()
      .toBuffer();
    return new File([new Uint8Array(png)], `${name}.png`);
  };
  return { name, label: '', open };
}

function photographed({ width, height, colorAt }: ColorPage, random: SeededRandom): Uint8ClampedArray {
  const noise = random.uniform(0, 6);
  const data = new Uint8ClampedArray(width * height * 3);
  for (let place = 0; place < width * height; place += 1) {
    const grain = random.normal(0, noise);
    const color = colorAt(place % width, Math.floor(place / width));
    for (let channel = 0; channel < 3; channel += 1) data[place * 3 + channel] = color[channel]! + grain;
  }
  return data;
}
