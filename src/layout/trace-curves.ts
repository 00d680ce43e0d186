import type { GrayImage } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import type { Curve } from './curve';
import { lineResponse } from './line-response';

const TRACE = READING_THRESHOLDS.layout.trace;

/** A line that is being followed. */
interface Track {
  y: number;
  slope: number;
  missed: number;
  contrast: number;
  readonly xs: number[];
  readonly ys: number[];
}

/**
 * Follows thin dark lines across a page from left to right, whatever their slope and curl: runs of dark samples in
 * neighboring columns are chained (Zheng, Liu, Ding and Pan 2001), and a line goes on over a gap or a digit that crosses it.
 *
 * @param reach samples; thicker structures are no lines
 * @param gap samples that may be missing
 * @param least samples; shorter pieces are left out
 */
export function traceCurves(page: GrayImage, reach: number, gap: number, least: number): Curve[] {
  const { contrast, isLine } = lineResponse(page, reach);
  const { width, height } = page;
  const curves: Curve[] = [];
  let tracks: Track[] = [];
  for (let x = 0; x < width; x++) {
    for (const track of tracks) {
      track.y += track.slope;
      track.missed += 1;
    }
    tracks.sort((a, b) => a.y - b.y);
    const begun: Track[] = [];
    let from = 0;
    for (let y = 0; y < height; y++) {
      if (!isLine[y * width + x]) continue;
      let [weight, sum, strongest] = [0, 0, 0];
      const first = y;
      for (; y < height && isLine[y * width + x]; y++) {
        const here = contrast[y * width + x]!;
        [weight, sum, strongest] = [weight + here, sum + here * y, Math.max(strongest, here)];
      }
      if (y - first > reach) continue;
      const center = sum / weight;
      while (from < tracks.length && tracks[from]!.y < center - TRACE.tolerance) from += 1;
      const near = nearest(tracks, from, center);
      if (near) follow(near, x, center, strongest);
      else begun.push({ y: center, slope: 0, missed: 0, contrast: strongest, xs: [x], ys: [center] });
    }
    const isLost = ({ missed, slope, xs }: Track) =>
      missed > Math.min(gap, TRACE.patience + xs.length) || Math.abs(slope) > TRACE.steepest || x === width - 1;
    for (const track of tracks) if (isLost(track)) finish(track);
    tracks = [...tracks.filter((track) => !isLost(track)), ...begun];
  }
  return curves;

  function finish(track: Track): void {
    if (track.xs.at(-1)! - track.xs[0]! >= least) curves.push(curveOf(track));
  }
}

/** The track nearest to a place that has not been followed in this column. */
function nearest(tracks: readonly Track[], from: number, center: number): Track | undefined {
  let best: Track | undefined;
  for (let index = from; index < tracks.length && tracks[index]!.y <= center + TRACE.tolerance; index++) {
    const track = tracks[index]!;
    if (track.missed === 0) continue;
    if (!best || Math.abs(track.y - center) < Math.abs(best.y - center)) best = track;
  }
  return best;
}

function follow(track: Track, x: number, center: number, contrast: number): void {
  const error = center - track.y;
  track.y += TRACE.placeGain * error;
  track.slope += TRACE.slopeGain * error;
  track.missed = 0;
  track.contrast += contrast;
  track.xs.push(x);
  track.ys.push(center);
}

/** Knots at the means of a few columns each. */
function curveOf({ xs, ys, contrast }: Track): Curve {
  const [at, off]: [number[], number[]] = [[], []];
  for (let from = 0; from < xs.length; from += TRACE.knot) {
    const count = Math.min(TRACE.knot, xs.length - from);
    const mean = (values: readonly number[]) =>
      values.slice(from, from + count).reduce((sum, value) => sum + value, 0) / count;
    if (count === TRACE.knot || at.length < 2) [at[at.length], off[off.length]] = [mean(xs), mean(ys)];
  }
  const length = xs.at(-1)! - xs[0]! + 1;
  return { at, off, strength: contrast / xs.length, seen: xs.length / length };
}
