import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from 'playwright';
import sharp from 'sharp';
import { endWithReader } from '../src/cli/end-with-reader';
import { findChromium } from './find-chromium';
import { startStaticServer } from './static-server';

endWithReader();

const ROOT = path.resolve(import.meta.dirname, '..');
const TARGET = path.join(ROOT, 'public/screenshots');

/** What systems show of the app before it is installed; the sizes stand in `web-manifest.ts` as well. */
const SHOTS = [
  { name: 'wide', picture: 'score-sheet.jpg', viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 },
  { name: 'narrow', picture: 'amount-in-blue-ink.jpg', viewport: { width: 360, height: 640 }, deviceScaleFactor: 2 },
] as const;

type Shot = (typeof SHOTS)[number];

async function readPicture(page: Page, url: string, picture: string): Promise<void> {
  await page.goto(`${url}?backend=wasm`);
  await page
    .locator('input[multiple]')
    .first()
    .setInputFiles(path.join(ROOT, 'e2e/images', picture));
  await page.getByRole('button', { name: /^Digit 1: / }).waitFor();
  await page.evaluate(() => document.fonts.ready);
}

async function shoot(url: string, { name, picture, viewport, deviceScaleFactor }: Shot): Promise<void> {
  const executablePath = findChromium();
  const browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath && { executablePath }) });
  try {
    const page = await browser.newPage({ viewport, deviceScaleFactor, colorScheme: 'light', reducedMotion: 'reduce' });
    await readPicture(page, url, picture);
    const target = path.join(TARGET, `${name}.webp`);
    const { size } = await sharp(await page.screenshot())
      .webp({ quality: 82 })
      .toFile(target);
    console.log(`${path.relative(ROOT, target)}: ${Math.round(size / 1000)} kB`);
  } finally {
    await browser.close();
  }
}

mkdirSync(TARGET, { recursive: true });
const folder = path.resolve(process.argv[2] ?? path.join(ROOT, 'dist'));
const server = await startStaticServer({ root: folder, basePath: '/', port: 0, host: '127.0.0.1' });
for (const shot of SHOTS) {
  await shoot(server.url, shot);
}
server.close();
