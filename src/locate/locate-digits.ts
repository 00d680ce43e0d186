import type { CancelSignal } from '../contract/cancel';
import type { Box, GrayImage } from '../contract/image';
import { MODEL_CONTRACT } from '../contract/model-contract';
import type { LocatorCalibration } from '../contract/model-manifest';
import type { Network } from '../contract/network';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import type { DigitRegion } from '../contract/recognition';
import { boxAround, containment, within } from '../imaging/box';
import { keepSupported } from './keep-supported';
import { locateAtScale } from './locate-at-scale';
import { mergeLooks } from './merge-looks';
import { suppressOverlaps } from './suppress-overlaps';

const { heat: HEAT, search: SEARCH } = READING_THRESHOLDS;

export interface LocatedDigits {
  /** Where digits are believed to be. */
  readonly regions: readonly DigitRegion[];
  /** Where they may be instead or besides: fainter regions, and those hidden by a hotter one. */
  readonly alternatives: readonly DigitRegion[];
}

interface Level {
  readonly scale: number;
  readonly regions: readonly DigitRegion[];
}

/**
 * Finds the digits of a page, whatever their size.
 *
 * A coarse search over a pyramid of whole pages tells the typical height of a digit; the part of the page with digits
 * is then looked at twice more, at the scale at which they are `referenceHeight` tall and a little smaller. Digits of
 * quite another size are kept from the coarse search.
 *
 * @returns regions in pixels of the page, in no particular order; none for a blank page
 * @throws the signal's reason when cancelled
 */
export async function locateDigits(
  page: GrayImage,
  network: Network,
  calibration: LocatorCalibration,
  signal?: CancelSignal,
): Promise<LocatedDigits> {
  if (Math.min(page.width, page.height) < SEARCH.leastSide) return { regions: [], alternatives: [] };
  const { heatThreshold } = calibration;
  const whole: Box = { x: 0, y: 0, width: page.width, height: page.height };
  const search = async (part: Box, scale: number, heat = heatThreshold) =>
    trusted(await locateAtScale(page, part, scale, network, heat, signal), scale);
  const levels: Level[] = [];
  for (const scale of coarseScales(page)) levels.push({ scale, regions: await search(whole, scale) });
  for (let step = 1; step <= SEARCH.finerSteps && levels.every((level) => level.regions.length === 0); step++) {
    const scale = Math.sqrt(SEARCH.coarseArea / (page.width * page.height)) * 2 ** step;
    if (scale > 1) break;
    levels.push({ scale, regions: await search(whole, scale) });
  }
  for (const scale of SEARCH.furtherEnlargements) {
    const isLarge = page.width * page.height * scale ** 2 > SEARCH.coarseArea;
    if (isLarge || levels.some((level) => level.regions.length > 0)) break;
    levels.push({ scale, regions: await search(whole, scale) });
  }
  const best = levels.reduce((a, b) => (fitness(b) > fitness(a) ? b : a));
  if (best.regions.length === 0) return { regions: [], alternatives: [] };
  const typical = weightedMedianHeight(best.regions);
  const scale = MODEL_CONTRACT.locator.referenceHeight / typical;
  const part = surroundings(best.regions, typical * SEARCH.surroundings, whole);
  const faint = Math.min(HEAT.faint, heatThreshold);
  const candidates = mergeLooks(await search(part, scale, faint), await search(part, scale * SEARCH.secondLook, faint));
  const fine = candidates.filter(({ score }) => score >= heatThreshold);
  const others = levels
    .flatMap((level) => level.regions)
    .filter(
      ({ box, score }) =>
        score >= SEARCH.otherSizeHeat && Math.abs(Math.log(box.height / typical)) > Math.log(SEARCH.otherSize),
    )
    .filter(({ box }) => fine.every((region) => containment(region.box, box) < SEARCH.otherSizeContainment));
  const kept = keepSupported([...suppressOverlaps(fine), ...suppressOverlaps(others)], page);
  const inside = (region: DigitRegion): DigitRegion => ({ ...region, box: within(region.box, whole) });
  return {
    regions: kept.map(inside),
    alternatives: candidates.filter((region) => !kept.includes(region)).map(inside),
  };
}

/** Scales of the coarse pages, finest first: fixed by area, so that a picture is searched alike at any resolution. */
function coarseScales({ width, height }: GrayImage): number[] {
  const scales: number[] = [];
  for (let area = SEARCH.coarseArea; area >= SEARCH.smallestArea; area /= 4) {
    const scale = Math.sqrt(area / (width * height));
    if (scale <= SEARCH.maxEnlargement) scales.push(scale);
  }
  return scales.length > 0 ? scales : [SEARCH.maxEnlargement];
}

function trusted(regions: readonly DigitRegion[], scale: number): DigitRegion[] {
  const { min, max } = SEARCH.trustedHeights;
  return regions.filter(({ box }) => box.height * scale >= min && box.height * scale <= max);
}

/** How well a level shows the digits it found: scores, weighted by how near their height is to the locator's best. */
function fitness({ scale, regions }: Level): number {
  const octaves = (box: Box) => Math.abs(Math.log2((box.height * scale) / MODEL_CONTRACT.locator.referenceHeight));
  return regions.reduce(
    (sum, { box, score }) =>
      sum + score ** 2 * Math.max(SEARCH.farScale.least, 1 - octaves(box) / SEARCH.farScale.octaves),
    0,
  );
}

function weightedMedianHeight(regions: readonly DigitRegion[]): number {
  const byHeight = [...regions].sort((a, b) => a.box.height - b.box.height);
  let left = byHeight.reduce((sum, { score }) => sum + score, 0) / 2;
  for (const { box, score } of byHeight) {
    left -= score;
    if (left <= 0) return box.height;
  }
  return 0;
}

/** The part of the page around the regions, `margin` pixels wider on each side. */
function surroundings(regions: readonly DigitRegion[], margin: number, whole: Box): Box {
  const { x, y, width, height } = boxAround(regions.map(({ box }) => box));
  return within({ x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin }, whole);
}
