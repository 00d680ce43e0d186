/** Random numbers that are the same on every machine for the same seed. */
export interface SeededRandom {
  /** low <= value < high */
  uniform(low?: number, high?: number): number;
  /** A whole number, low <= value < high. */
  integer(low: number, high: number): number;
  /** Normally distributed (Box and Muller 1958). */
  normal(mean: number, deviation: number): number;
  /** Poisson distributed (Knuth's multiplication of uniforms: for small means). */
  poisson(mean: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** `count` of the items without repetition, in random order. */
  sample<Item>(items: readonly Item[], count: number): Item[];
}

/** Generator sfc32 (Chris Doty-Humphrey, PractRand), its state filled from the words of `seed` by FNV-1a. */
export function seededRandom(seed: string): SeededRandom {
  const next = sfc32(hash(seed, 0), hash(seed, 1), hash(seed, 2));
  const uniform = (low = 0, high = 1) => low + next() * (high - low);
  const integer = (low: number, high: number) => Math.floor(uniform(low, high));
  return {
    uniform,
    integer,
    normal(mean, deviation) {
      const radius = Math.sqrt(-2 * Math.log(1 - next()));
      return mean + deviation * radius * Math.cos(2 * Math.PI * next());
    },
    poisson(mean) {
      const limit = Math.exp(-mean);
      let count = 0;
      for (let product = next(); product > limit; product *= next()) count += 1;
      return count;
    },
    pick: (items) => items[integer(0, items.length)]!,
    sample(items, count) {
      const rest = [...items];
      const taken = Math.min(count, rest.length);
      return Array.from({ length: taken }, () => rest.splice(integer(0, rest.length), 1)[0]!);
    },
  };
}

/** FNV-1a, 32 bits, begun differently for each word of the state. */
function hash(text: string, word: number): number {
  let state = 0x811c9dc5 ^ word;
  for (const character of text) state = Math.imul(state ^ character.codePointAt(0)!, 0x01000193);
  return state >>> 0;
}

const WARM_UP = 15;

function sfc32(one: number, two: number, three: number): () => number {
  let [a, b, c, counter] = [one, two, three, 1];
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let step = 0; step < WARM_UP; step += 1) next();
  return next;
}
