import { MODEL_CONTRACT } from '../contract/model-contract';
import weights from '../contract/print-weights.json' with { type: 'json' };
import type { Glyph } from '../contract/recognition';

const { side } = MODEL_CONTRACT.classifier;
/** Pixels of a glyph that are taken together, in each direction. */
const STEP = 2;
const SMALL = side / STEP;
const INPUTS = SMALL * SMALL;

/**
 * Log odds that a digit is printed, not written by hand: a network of one hidden layer over a glyph of half the size. Its
 * weights are trained and written by `npm run train -- print`.
 */
export function printLogOdds({ data }: Glyph): number {
  const small = halved(data);
  const { hidden, bias } = weights;
  return hidden.reduce((sum, unit) => {
    const level = small.reduce((all, ink, at) => all + ink * signedByte(unit.weights, at), 0);
    return sum + unit.output * Math.max(0, level * unit.scale + unit.bias);
  }, bias);
}

/** Means of `STEP` x `STEP` pixels, 0 paper .. 1 ink. */
function halved(data: Glyph['data']): Float32Array {
  const small = new Float32Array(INPUTS);
  const share = 1 / (255 * STEP * STEP);
  for (let at = 0; at < side * side; at += 1) {
    const [x, y] = [at % side, Math.floor(at / side)];
    const place = Math.floor(y / STEP) * SMALL + Math.floor(x / STEP);
    small[place] = small[place]! + data[at]! * share;
  }
  return small;
}

/** Weights are kept as two hexadecimal characters each. */
function signedByte(packed: string, at: number): number {
  const value = Number.parseInt(packed.slice(2 * at, 2 * at + 2), 16);
  return value < 128 ? value : value - 256;
}
