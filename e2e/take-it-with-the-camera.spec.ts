import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import playwrightConfig from '../playwright.config';
import { expect, test } from './fixtures';
import { sample } from './samples';

const CLIP = path.resolve(import.meta.dirname, 'images/camera-clip.mjpeg');
const STRIP = sample('phone-photo.jpg');

/** Chromium plays the clip as its only camera. */
const launchOptions = {
  ...playwrightConfig.use?.launchOptions,
  args: [
    ...(playwrightConfig.use?.launchOptions?.args ?? []),
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${CLIP}`,
  ],
};

test.use({ launchOptions, permissions: ['camera'] });

test('numbers are read on the live preview; the picture that is taken has every pixel of the frame', async ({
  reader,
  page,
}) => {
  await reader.open();
  await page.evaluate(countCameraRequests);
  await page.getByRole('link', { name: 'Live camera' }).click();
  await expect(page.getByLabel('Read in the preview')).toHaveText(STRIP.lines[0]!, { timeout: 45_000 });
  await expect(page.locator('[data-live-number]')).toHaveAttribute('data-live-number', STRIP.lines[0]!);
  const [preview, drawing] = await Promise.all(
    [page.getByLabel('What the camera sees'), page.locator('svg:has([data-live-number])')].map((part) =>
      part.boundingBox(),
    ),
  );
  expect(preview).toEqual(drawing);
  expect(preview!.width / preview!.height).toBeCloseTo(1280 / 720, 1);
  const axe = await new AxeBuilder({ page }).analyze();
  expect(axe.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
  await page.getByRole('button', { name: 'Take the picture' }).click();
  expect(await reader.readLines()).toEqual(STRIP.lines);
  const picture = page.locator('main img').first();
  await expect(picture).toBeVisible();
  expect(
    await picture.evaluate(({ naturalWidth, naturalHeight }: HTMLImageElement) => [naturalWidth, naturalHeight]),
  ).toEqual([1280, 720]);
  expect(await page.evaluate(() => (window as Counted).cameras?.length)).toBe(1);
  // The page was left, and the camera's light is off.
  expect(await page.evaluate(tracksOf)).toEqual(['ended']);
});

type Counted = typeof window & { cameras?: MediaStream[] };

/** In the page: keeps every stream that it is given. */
function countCameraRequests(): void {
  const cameras: MediaStream[] = [];
  (window as Counted).cameras = cameras;
  const { mediaDevices } = navigator;
  const original = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (constraints) => {
    const stream = await original(constraints);
    cameras.push(stream);
    return stream;
  };
}

function tracksOf(): string[] {
  return ((window as Counted).cameras ?? []).flatMap((stream) => stream.getTracks().map((track) => track.readyState));
}

for (const [name, title] of [
  ['NotAllowedError', 'The camera is blocked'],
  ['NotFoundError', 'No camera found'],
  ['NotReadableError', 'The camera is in use'],
] as const) {
  test(`a camera that fails with ${name}: what to do, and another try`, async ({ reader, page }) => {
    await reader.open();
    await page.evaluate((error) => {
      const { mediaDevices } = navigator;
      const original = mediaDevices.getUserMedia.bind(mediaDevices);
      mediaDevices.getUserMedia = () => {
        mediaDevices.getUserMedia = original;
        return Promise.reject(new DOMException('', error));
      };
    }, name);
    await page.getByRole('link', { name: 'Live camera' }).click();
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await expect(page.getByRole('alert').getByRole('button', { name: 'Choose pictures' })).toBeVisible();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('button', { name: 'Take the picture' })).toBeEnabled();
  });
}
