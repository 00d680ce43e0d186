import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';

const ROOT = path.resolve(import.meta.dirname, '..');
const DRAWINGS = path.join(ROOT, 'scripts/icons');
const TARGET = path.join(ROOT, 'public/icons');
/** Drawings are 32 units wide; SVG counts 72 dots an inch. */
const DRAWN_SIDE = 32;
const SVG_DENSITY = 72;

/** Every icon that systems ask for as pixels: its drawing and the sides it is rendered with. */
const ICONS = [
  { name: 'app', drawing: path.join(ROOT, 'public/favicon.svg'), sides: [192, 512] },
  { name: 'app-maskable', drawing: path.join(DRAWINGS, 'app-maskable.svg'), sides: [180, 192, 512] },
  { name: 'read', drawing: path.join(DRAWINGS, 'read.svg'), sides: [96] },
  { name: 'draw', drawing: path.join(DRAWINGS, 'draw.svg'), sides: [96] },
  { name: 'history', drawing: path.join(DRAWINGS, 'history.svg'), sides: [96] },
] as const;

/** Where each icon goes, and how it is drawn. */
export const ICON_FILES = ICONS.flatMap(({ name, drawing, sides }) =>
  sides.map((side) => ({ file: path.join(TARGET, `${name}-${side}.png`), drawing, side })),
);

/** The drawing as PNG; it is rasterized at its final size, so that nothing is blurred. */
export function renderIcon({ drawing, side }: { readonly drawing: string; readonly side: number }): Promise<Buffer> {
  return sharp(readFileSync(drawing), { density: (SVG_DENSITY * side) / DRAWN_SIDE })
    .resize(side, side)
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();
}
