import type { Box, GrayImage } from '../contract/image';

interface Filter {
  /** First source sample of each target sample. */
  readonly starts: Int32Array;
  /** Weights of each target sample, from its start on; they add up to 1, or are none where all lies outside. */
  readonly weights: readonly Float64Array[];
  /** Share of each target sample's filter that lies inside the source. */
  readonly shares: Float64Array;
}

export interface Resampled {
  /** Gray levels, row-major, `width * height` long; 0 where nothing of the sample lies inside the picture. */
  readonly gray: Float32Array;
  /** How much of each sample lies inside the picture, 0..1. */
  readonly share: Float32Array;
}

/**
 * The part `box` of a picture as `width` x `height` samples, by an antialiasing triangle filter (bilinear when
 * enlarging). The box may reach outside the picture. Canvas resizers differ between browsers; this one is the very
 * formula that training uses.
 */
export function resample(source: GrayImage, box: Box, width: number, height: number): Resampled {
  const columns = triangleFilter(source.width, box.x, box.width, width);
  const rows = triangleFilter(source.height, box.y, box.height, height);
  const firstRow = rows.starts.reduce((least, start) => Math.min(least, start), source.height);
  const lastRow = rows.starts.reduce((most, start, y) => Math.max(most, start + (rows.weights[y]?.length ?? 0)), 0);
  const narrow = new Float64Array(Math.max(0, lastRow - firstRow) * width);
  for (let y = firstRow; y < lastRow; y++) {
    const line = y * source.width;
    for (let x = 0; x < width; x++) {
      const weights = columns.weights[x] as Float64Array;
      const start = line + (columns.starts[x] ?? 0);
      let sum = 0;
      for (let k = 0; k < weights.length; k++) sum += (weights[k] ?? 0) * (source.data[start + k] ?? 0);
      narrow[(y - firstRow) * width + x] = sum;
    }
  }
  const gray = new Float32Array(width * height);
  const share = new Float32Array(width * height);
  const line = new Float64Array(width);
  for (let y = 0; y < height; y++) {
    const weights = rows.weights[y] as Float64Array;
    line.fill(0);
    for (let k = 0; k < weights.length; k++) {
      const weight = weights[k] ?? 0;
      const from = ((rows.starts[y] ?? 0) + k - firstRow) * width;
      for (let x = 0; x < width; x++) line[x] = (line[x] ?? 0) + weight * (narrow[from + x] ?? 0);
    }
    gray.set(line, y * width);
    for (let x = 0; x < width; x++) share[y * width + x] = (rows.shares[y] ?? 0) * (columns.shares[x] ?? 0);
  }
  return { gray, share };
}

/** Triangle filter from source pixels [start, start + length) to `target` samples; its support grows when shrinking. */
function triangleFilter(source: number, start: number, length: number, target: number): Filter {
  const scale = length / target;
  const support = Math.max(scale, 1);
  const starts = new Int32Array(target);
  const shares = new Float64Array(target);
  const weights: Float64Array[] = [];
  for (let index = 0; index < target; index++) {
    const center = start + (index + 0.5) * scale;
    const first = Math.ceil(center - support - 0.5);
    const last = Math.floor(center + support - 0.5);
    const from = Math.min(source, Math.max(0, first));
    const until = Math.max(from, Math.min(source, last + 1));
    const inside = new Float64Array(until - from);
    let whole = 0;
    let kept = 0;
    for (let position = first; position <= last; position++) {
      const weight = Math.max(0, 1 - Math.abs(position + 0.5 - center) / support);
      whole += weight;
      if (position >= from && position < until) {
        inside[position - from] = weight;
        kept += weight;
      }
    }
    starts[index] = from;
    shares[index] = whole > 0 ? kept / whole : 0;
    weights.push(kept > 0 ? inside.map((weight) => weight / kept) : new Float64Array(0));
  }
  return { starts, weights, shares };
}
