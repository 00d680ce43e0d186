import type { PixelImage } from '../contract/image';

/** What red, green and blue count in a conversion to gray; not negative, and together 1. */
export interface GrayWeights {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

/** Rec. ITU-R BT.601 luma, the weights that the training pictures were converted with. */
export const LUMA: GrayWeights = { red: 0.299, green: 0.587, blue: 0.114 };

/** Colors are compared at about so many places, each with its neighbors to the right and below. */
const PLACES = 3_000;
/** Neighbors are this share of the shorter side away, and four times as far: strokes of any usual width have edges there. */
const REACH = 1 / 200;
const LEAST_REACH = 2;
/** Neighbors whose channels all differ by less are paper, noise or shadow, in levels of 255. */
const EDGE_LEVELS = 28;
/** Of the edges found, at most about so many are looked at. */
const MOST_EDGES = 1_000;
/** A contrast of so many levels is half visible: about what normalizing the contrast adds to the noise of the paper. */
const HALF_VISIBLE_LEVELS = 16;
/** Weights are tried in these steps. */
const STEPS = 10;
/** An edge that other weights make harder to see counts so many times: what luma shows should stay. */
const LOSS_FACTOR = 3;
/** Luma stays unless edges become so much more visible on average, of 1. */
const LEAST_GAIN = 0.12;

/**
 * The weights with which the edges of a picture stay visible in gray. Nearly always luma; where ink and paper differ
 * in color but hardly in luma, the mixture of the channels that shows their edges best.
 *
 * The family of mixtures is that of Lu, Xu and Jia 2012, 'Real-time contrast preserving decolorization' (SIGGRAPH Asia
 * technical briefs). Gray ink on gray paper looks alike under all of them, since the weights add up to 1.
 */
export function grayWeights(image: PixelImage): GrayWeights {
  const edges = colorEdges(image);
  // No mixture shows an edge better than its best channel does.
  if (gainOf(edges, (...channels) => Math.max(...channels.map(Math.abs))) < LEAST_GAIN) return LUMA;
  let best = LUMA;
  let bestGain = LEAST_GAIN;
  for (const weights of mixtures()) {
    const gain = gainOf(edges, (red, green, blue) => mix(red, green, blue, weights));
    if (gain > bestGain) {
      best = weights;
      bestGain = gain;
    }
  }
  return best;
}

type Contrast = (red: number, green: number, blue: number) => number;

/** How much more visible than with luma the edges are on average, losses counted more. */
function gainOf(edges: Float32Array, contrast: Contrast): number {
  let sum = 0;
  for (let at = 0; at < edges.length; at += 3) {
    const [red, green, blue] = [edges[at] ?? 0, edges[at + 1] ?? 0, edges[at + 2] ?? 0];
    const gain = visibility(contrast(red, green, blue)) - visibility(mix(red, green, blue, LUMA));
    sum += gain > 0 ? gain : LOSS_FACTOR * gain;
  }
  return sum / Math.max(1, edges.length / 3);
}

function mix(red: number, green: number, blue: number, weights: GrayWeights): number {
  return red * weights.red + green * weights.green + blue * weights.blue;
}

/** How well a difference of levels is seen, 0..1. */
function visibility(levels: number): number {
  const size = Math.abs(levels);
  return size / (size + HALF_VISIBLE_LEVELS);
}

/** By how much red, green and blue differ across each edge found, one edge after the other. */
function colorEdges(image: PixelImage): Float32Array {
  const { width, height } = image;
  const reach = Math.max(LEAST_REACH, Math.round(REACH * Math.min(width, height)));
  const step = Math.max(1, Math.sqrt((width * height) / PLACES));
  const edges: number[] = [];
  for (let y = step / 2; y < height; y += step) {
    for (let x = step / 2; x < width; x += step) {
      const column = Math.floor(x);
      const row = Math.floor(y);
      const here = color(image, column, row, reach);
      for (const away of [reach, 4 * reach]) {
        if (column + away < width) addEdge(edges, here, color(image, column + away, row, reach));
        if (row + away < height) addEdge(edges, here, color(image, column, row + away, reach));
      }
    }
  }
  const count = edges.length / 3;
  const stride = Math.max(1, Math.ceil(count / MOST_EDGES));
  return Float32Array.from({ length: 3 * Math.ceil(count / stride) }, (_, at) => {
    return edges[3 * stride * Math.floor(at / 3) + (at % 3)] ?? 0;
  });
}

type Color = readonly [red: number, green: number, blue: number];

function addEdge(edges: number[], here: Color, there: Color): void {
  const red = here[0] - there[0];
  const green = here[1] - there[1];
  const blue = here[2] - there[2];
  if (Math.max(Math.abs(red), Math.abs(green), Math.abs(blue)) >= EDGE_LEVELS) edges.push(red, green, blue);
}

/** Mean of a few pixels around a place, as far as they lie in the picture: one pixel of a photo is mostly noise. */
function color({ width, height, data }: PixelImage, column: number, row: number, reach: number): Color {
  const spread = Math.floor(reach / 4);
  if (spread === 0) {
    const at = 4 * (row * width + column);
    return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
  }
  let [red, green, blue] = [0, 0, 0];
  for (let dy = -spread; dy <= spread; dy += spread) {
    const y = Math.min(height - 1, Math.max(0, row + dy));
    for (let dx = -spread; dx <= spread; dx += spread) {
      const at = 4 * (y * width + Math.min(width - 1, Math.max(0, column + dx)));
      red += data[at] ?? 0;
      green += data[at + 1] ?? 0;
      blue += data[at + 2] ?? 0;
    }
  }
  return [red / 9, green / 9, blue / 9];
}

function mixtures(): GrayWeights[] {
  const steps = Array.from({ length: STEPS + 1 }, (_, step) => step);
  return steps.flatMap((red) =>
    steps
      .filter((green) => red + green <= STEPS)
      .map((green) => ({ red: red / STEPS, green: green / STEPS, blue: (STEPS - red - green) / STEPS })),
  );
}
