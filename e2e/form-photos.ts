import path from 'node:path';
import sharp from 'sharp';
import { homography } from '../src/imaging/homography';
import { sample } from './samples';

/** A form in pixels, and its three fields. */
const SHEET = { width: 600, height: 850 } as const;
export const FORM_FIELDS = [
  { name: 'Monday', x: 330, y: 200, width: 200, height: 90 },
  { name: 'Tuesday', x: 330, y: 360, width: 200, height: 90 },
  { name: 'Both', x: 330, y: 520, width: 200, height: 90 },
] as const;

const PHOTO = { width: 760, height: 1_000 } as const;
/** How the page lies in one photo after the other, clockwise from its top left. */
const CORNERS = [
  [60, 50, 700, 60, 710, 950, 50, 940],
  [110, 40, 690, 100, 660, 950, 50, 900],
  [40, 120, 650, 60, 720, 930, 90, 960],
] as const;

/**
 * A photographed form, drawn: printed words and frames, MNIST's digits in them, the page on a dark table, seen from the side.
 *
 * @param numbers what stands in each field, of digits that there are samples of: 0, 2, 4 and 7
 */
export async function writeFormPhoto(folder: string, index: number, numbers: readonly string[]): Promise<string> {
  const print = Array.from({ length: 34 }, (_, word) => {
    const [x, y] = [50 + ((word * 137) % 440), 40 + 24 * Math.floor(word / 2) + (word > 7 ? 100 + 8 * word : 0)];
    const isFree = FORM_FIELDS.every((field) => x + 70 < field.x || y > field.y + 100 || y < field.y - 20);
    return isFree ? `<rect x="${x}" y="${y}" width="${25 + ((word * 29) % 45)}" height="9" fill="#333"/>` : '';
  });
  const frames = FORM_FIELDS.map(
    ({ x, y, width, height }) =>
      `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="none" stroke="#222" stroke-width="3"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${SHEET.width}" height="${SHEET.height}"><rect width="100%" height="100%" fill="#eee"/>${print.join('')}${frames.join('')}</svg>`;
  const digits = await Promise.all(
    FORM_FIELDS.flatMap(({ x, y }, field) =>
      [...(numbers[field] ?? '')].map(async (digit, place) => ({
        input: await sharp(sample(`mnist-${digit}.png`).path)
          .negate()
          .resize(60, 60)
          .toBuffer(),
        left: x + 25 + 62 * place,
        top: y + 15,
        blend: 'darken' as const,
      })),
    ),
  );
  const { data } = await sharp(Buffer.from(svg))
    .composite(digits)
    .grayscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const channels = data.length / (SHEET.width * SHEET.height);
  const toSheet = homography(cornersOf(index), rectangle());
  const photo = Buffer.alloc(PHOTO.width * PHOTO.height);
  for (let at = 0; at < photo.length; at += 1) {
    const { x, y } = toSheet({ x: (at % PHOTO.width) + 0.5, y: Math.floor(at / PHOTO.width) + 0.5 });
    const isPage = x >= 0 && y >= 0 && x < SHEET.width && y < SHEET.height;
    photo[at] = isPage ? data[(Math.floor(y) * SHEET.width + Math.floor(x)) * channels]! : 60;
  }
  const file = path.join(folder, `form-${index + 1}.png`);
  await sharp(photo, { raw: { ...PHOTO, channels: 1 } })
    .blur(0.6)
    .png()
    .toFile(file);
  return file;
}

function cornersOf(index: number) {
  const flat = CORNERS[index % CORNERS.length]!;
  return [0, 2, 4, 6].map((at) => ({ x: flat[at]!, y: flat[at + 1]! }));
}

function rectangle() {
  const { width, height } = SHEET;
  return [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ];
}

/** Where a field lies on its page, in shares 0..1. */
export function shareOf({ x, y, width, height }: (typeof FORM_FIELDS)[number]) {
  return { x: x / SHEET.width, y: y / SHEET.height, width: width / SHEET.width, height: height / SHEET.height };
}
