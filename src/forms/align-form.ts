import type { Box, GrayImage, Point } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import { blockMean } from '../imaging/block-mean';
import { boxCorners } from '../imaging/box';
import { homography, type PointMap } from '../imaging/homography';
import type { Corners } from '../imaging/warp-pixels';
import { curlAt, fitCorrection } from './fit-correction';
import { agreementOf, matchPatches, type PatchMatch, type PatchMatches } from './match-patches';
import { pageInk, pageSamples } from './page-ink';
import { anyPlaces, seenPages } from './page-places';
import type { PrintLevel } from './print-levels';

const { agreement: AGREEMENT, starts: STARTS } = READING_THRESHOLDS.forms;
const PAGE = boxCorners({ x: 0, y: 0, width: 1, height: 1 });

/** How a form lies in a photo. */
export interface Alignment {
  /** Mean correlation of the patches of its print with the template's, 0..1. */
  readonly agreement: number;
  /** Whether it is this form at all. */
  readonly isFound: boolean;
  /** The corners of a part of the page, given in shares 0..1 of it, in pixels of the photo: clockwise from its top left. */
  readonly cornersOf: (box: Box) => Corners;
}

/** Where the page lies, as far as is known. */
interface Position {
  readonly toPhoto: PointMap;
  readonly agreement: number;
}

interface Refined extends Position {
  readonly matches: readonly PatchMatch[];
}

/**
 * Finds a form in a photo: by the corners of its page, or else wherever its print may lie, in each of four turns; then by its print,
 * rough to fine, and where the page is not flat, near each field.
 *
 * @param photo gray levels 0..255, upright as decoded
 * @param levels of `printLevels`
 */
export function alignForm(photo: GrayImage, levels: readonly PrintLevel[]): Alignment {
  const shrunk = shrinker(photo);
  const [rough, ...finer] = levels;
  let best: Refined | undefined;
  for (const starts of [seenPages(photo), anyPlaces(photo)]) {
    for (const position of likelyPositions(starts, shrunk, rough!)) {
      const refined = refinedPosition(shrunk, position, finer);
      if (!best || refined.agreement > best.agreement) best = refined;
      if (best.agreement >= AGREEMENT.certain) return alignmentOf(best);
    }
  }
  return alignmentOf(best!);
}

function alignmentOf({ toPhoto, matches, agreement }: Refined): Alignment {
  return {
    agreement,
    isFound: agreement >= AGREEMENT.least,
    cornersOf(box) {
      const [a, b, c, d] = boxCorners(box).map((corner) => {
        const { x, y } = curlAt(corner, matches);
        return toPhoto({ x: corner.x + x, y: corner.y + y });
      });
      return [a!, b!, c!, d!];
    },
  };
}

/** A photo so many times smaller. */
type Shrunk = (factor: number) => GrayImage;

/** Each size is made once. */
function shrinker(photo: GrayImage): Shrunk {
  const made = new Map<number, GrayImage>([[1, photo]]);
  return (factor) => {
    const small = made.get(factor) ?? blockMean(photo, factor);
    made.set(factor, small);
    return small;
  };
}

/** The starts whose print agrees best after it is put right, best first. */
function likelyPositions(starts: readonly Corners[], photo: Shrunk, rough: PrintLevel): Position[] {
  const first = starts.map((corners) => corrected(photo, homography(PAGE, corners), rough, STARTS.rounds));
  const likely = first.sort((a, b) => b.agreement - a.agreement).slice(0, STARTS.likely);
  const further = likely.map(({ toPhoto }) => corrected(photo, toPhoto, rough, STARTS.furtherRounds));
  return further.sort((a, b) => b.agreement - a.agreement);
}

/** Put right from level to level, until it is clear that it is none. How well it agrees is not asked at the last one, where blur counts. */
function refinedPosition(photo: Shrunk, { toPhoto: start }: Position, levels: readonly PrintLevel[]): Refined {
  let toPhoto = start;
  let matches: readonly PatchMatch[] = [];
  let agreement = 0;
  for (const [index, level] of levels.entries()) {
    for (let round = 0; round < STARTS.refinements; round++)
      toPhoto = composed(toPhoto, fitCorrection(matchedIn(photo, toPhoto, level).matches));
    const found = matchedIn(photo, toPhoto, level);
    matches = found.matches;
    if (index < levels.length - 1) agreement = meanCorrelation(found);
    if (agreement < AGREEMENT.hopeless) break;
  }
  return { toPhoto, matches, agreement };
}

/** The best of a start and what is made of it in some rounds. */
function corrected(photo: Shrunk, start: PointMap, level: PrintLevel, rounds: number): Position {
  let best = { toPhoto: start, agreement: agreementIn(photo, start, level) };
  let { toPhoto } = best;
  for (let round = 0; round < rounds; round++) {
    toPhoto = composed(toPhoto, fitCorrection(matchedIn(photo, toPhoto, level).matches));
    const agreement = agreementIn(photo, toPhoto, level);
    if (agreement > best.agreement) best = { toPhoto, agreement };
  }
  return best;
}

/** Two projective maps in one. */
function composed(outer: PointMap, inner: PointMap): PointMap {
  return homography(
    PAGE,
    PAGE.map((corner) => outer(inner(corner))),
  );
}

function meanCorrelation({ tried, matches }: PatchMatches): number {
  return matches.reduce((total, { weight }) => total + weight.x + weight.y, 0) / Math.max(1, tried);
}

/** Matches in shares of the page. */
function matchedIn(photo: Shrunk, toPhoto: PointMap, { print, softenings, ...sizes }: PrintLevel): PatchMatches {
  const ink = pageInk(straightened(photo, toPhoto, print, sizes.reach), softenings);
  const toShares = ({ x, y }: Point) => ({ x: x / print.width, y: y / print.height });
  const { tried, matches } = matchPatches(print, ink, sizes);
  return {
    tried,
    matches: matches.map(({ at, moved, weight }) => ({ at: toShares(at), moved: toShares(moved), weight })),
  };
}

function agreementIn(photo: Shrunk, toPhoto: PointMap, { print, softenings }: PrintLevel): number {
  return agreementOf(print, pageInk(straightened(photo, toPhoto, print, 0), softenings));
}

type Size = Pick<GrayImage, 'width' | 'height'>;

/** The page straightened, from a photo that is made smaller first where it has more pixels. */
function straightened(photo: Shrunk, toPhoto: PointMap, { width, height }: Size, pad: number): GrayImage {
  const [a, b, c, d] = PAGE.map(toPhoto);
  const side = Math.max(distance(a!, b!), distance(b!, c!), distance(c!, d!), distance(d!, a!));
  const factor = Math.max(1, Math.floor(side / Math.max(width, height)));
  const toSmall = (point: Point) => {
    const { x, y } = toPhoto(point);
    return { x: x / factor, y: y / factor };
  };
  return pageSamples(photo(factor), toSmall, width, height, pad);
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
