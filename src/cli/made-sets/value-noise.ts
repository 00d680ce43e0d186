import type { SeededRandom } from '../seeded-random';

const LATTICE = 64;
const OCTAVES = 4;

/** Smooth random heights 0..1 over the plane: value noise (Perlin's lattice with heights), four octaves. */
export function valueNoise(random: SeededRandom): (x: number, y: number) => number {
  const lattice = Float64Array.from({ length: LATTICE * LATTICE }, () => random.uniform());
  const at = (x: number, y: number) => lattice[(y & (LATTICE - 1)) * LATTICE + (x & (LATTICE - 1))]!;
  const octave = (x: number, y: number) => {
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const [u, v] = [eased(x - left), eased(y - top)];
    const above = at(left, top) * (1 - u) + at(left + 1, top) * u;
    const below = at(left, top + 1) * (1 - u) + at(left + 1, top + 1) * u;
    return above * (1 - v) + below * v;
  };
  return (x, y) => {
    let [sum, weight, total] = [0, 1, 0];
    for (let step = 0; step < OCTAVES; step += 1) {
      sum += weight * octave(x * 2 ** step, y * 2 ** step);
      total += weight;
      weight /= 2;
    }
    return sum / total;
  };
}

function eased(share: number): number {
  return share * share * (3 - 2 * share);
}
