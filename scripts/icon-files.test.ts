import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { ICON_FILES, renderIcon } from './icon-files';
import { WEB_MANIFEST } from './web-manifest';

const PUBLIC = path.resolve(import.meta.dirname, '../public');
/** Gray levels, on average: another version of the renderer may smooth edges in another way. */
const MAX_DIFFERENCE = 2;

function pixels(png: Buffer): Promise<Buffer> {
  return sharp(png).ensureAlpha().raw().toBuffer();
}

describe('the icons', () => {
  it.each(ICON_FILES.map((icon) => [path.basename(icon.file), icon] as const))('%s is its drawing', async (_, icon) => {
    const [stored, drawn] = await Promise.all([pixels(readFileSync(icon.file)), renderIcon(icon).then(pixels)]);
    expect(stored).toHaveLength(drawn.length);
    const difference = stored.reduce((sum, level, index) => sum + Math.abs(level - drawn[index]!), 0) / drawn.length;
    expect(difference).toBeLessThan(MAX_DIFFERENCE);
  });

  it('are as large as the manifest says, and so are the screenshots', async () => {
    const pictures = [
      ...(WEB_MANIFEST.icons ?? []),
      ...(WEB_MANIFEST.screenshots ?? []),
      ...(WEB_MANIFEST.shortcuts ?? []).flatMap((shortcut) => shortcut.icons ?? []),
    ];
    for (const { src, sizes } of pictures) {
      if (sizes === 'any') continue;
      const { width, height } = await sharp(path.join(PUBLIC, src)).metadata();
      expect(`${src} ${width}x${height}`).toBe(`${src} ${sizes}`);
    }
    expect(pictures.length).toBeGreaterThan(8);
  });

  it('keep what is drawn inside the circle that every mask leaves', async () => {
    const icon = ICON_FILES.find(({ file }) => file.endsWith('app-maskable-512.png'))!;
    const raw = await sharp(icon.file).removeAlpha().raw().toBuffer();
    const corner = [...raw.subarray(0, 3)].join();
    const drawn: string[] = [];
    for (let index = 0; index < raw.length; index += 3) {
      const [x, y] = [(index / 3) % 512, Math.floor(index / 3 / 512)];
      const isOutside = Math.hypot(x - 255.5, y - 255.5) > 0.4 * 512;
      if (isOutside && [...raw.subarray(index, index + 3)].join() !== corner) drawn.push(`${x},${y}`);
    }
    expect(drawn).toEqual([]);
  });
});
