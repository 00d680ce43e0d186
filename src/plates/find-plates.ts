import type { CancelSignal } from '../contract/cancel';
import type { GrayImage, Point } from '../contract/image';
import { MODEL_CONTRACT } from '../contract/model-contract';
import type { LocatorCalibration } from '../contract/model-manifest';
import type { Network } from '../contract/network';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import { intersectionOverUnion } from '../imaging/box';
import { contrastNormalize } from '../imaging/contrast-normalize';
import { resample } from '../imaging/resample';
import { boxOf, cornersOf, type FoundPlate, type Quad } from './quad';
import { readPlateMaps } from './read-plate-maps';

const FINDER = MODEL_CONTRACT['plate-finder'];
const PLATE = READING_THRESHOLDS.plate;

/**
 * Places in a picture that may be number plates: the finder looks at it in several sizes. Parts of a plate may be among them, and
 * a picture that is wide enough may be nothing but a plate.
 *
 * @returns best first
 * @throws the signal's reason when cancelled
 */
export async function findPlates(
  page: GrayImage,
  network: Network,
  { heatThreshold }: LocatorCalibration,
  signal?: CancelSignal,
): Promise<FoundPlate[]> {
  const found: FoundPlate[] = [];
  for (const size of sizesOf(page)) {
    signal?.throwIfAborted();
    found.push(...(await findAtSize(page, size, network, heatThreshold)));
  }
  const kept: FoundPlate[] = [];
  for (const plate of found.sort((a, b) => b.score - a.score)) {
    if (kept.every((other) => !areAlike(other, plate))) kept.push(plate);
  }
  return [...kept.slice(0, PLATE.most), ...asPlate(page, heatThreshold)];
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** What the picture is resampled to; sizes that come to the same are looked at once. */
function sizesOf({ width, height }: GrayImage): readonly Size[] {
  const longest = Math.max(width, height);
  const scales = FINDER.longestSides.map((side) => Math.min(PLATE.enlarged, side / longest));
  return [...new Set(scales)].map((scale) => ({
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  }));
}

async function findAtSize(
  page: GrayImage,
  { width, height }: Size,
  network: Network,
  heatThreshold: number,
): Promise<FoundPlate[]> {
  const { sizeMultiple } = FINDER;
  const whole = { x: 0, y: 0, width: page.width, height: page.height };
  const { gray } = resample(page, whole, width, height);
  const normalized = contrastNormalize({ width, height, data: gray }, FINDER);
  const columns = Math.ceil(width / sizeMultiple) * sizeMultiple;
  const rows = Math.ceil(height / sizeMultiple) * sizeMultiple;
  const input = new Float32Array(columns * rows);
  for (let y = 0; y < height; y++) input.set(normalized.subarray(y * width, (y + 1) * width), y * columns);
  const output = await network.run(input, [1, rows, columns, 1]);
  const [across, down] = [page.width / width, page.height / height];
  return readPlateMaps(output, heatThreshold).map(({ quad, score }) => ({
    score,
    quad: quad.map(({ x, y }): Point => ({ x: x * across, y: y * down })) as unknown as Quad,
  }));
}

function areAlike(a: FoundPlate, b: FoundPlate): boolean {
  return intersectionOverUnion(boxOf(a.quad), boxOf(b.quad)) > PLATE.alike;
}

/** The picture as a place of its own. */
function asPlate({ width, height }: GrayImage, score: number): FoundPlate[] {
  return width < PLATE.wide * height ? [] : [{ quad: cornersOf({ x: 0, y: 0, width, height }), score }];
}
