import { type DerivationCost, LEAST_COST } from './key-derivation';

/** About so long may opening a profile take on the device that made it. */
const TARGET_MS = 500;

/**
 * Memory is what makes guessing on special hardware dear, but another device of the same person has to have it as well:
 * phones end a page that takes much more.
 */
const ENOUGH_MEMORY_KIB = 128 * 1024;

/** How many passes may be had at most: a measurement may be wrong by a pause of the clock. */
const MOST_PASSES = 16;

/**
 * Finds what this device derives in about half a second: first more memory, up to 128 MiB, then more passes.
 *
 * @param measure derives a key at that cost and says how many milliseconds it took
 * @returns at least `LEAST_COST`, however long that takes
 */
export async function calibrateCost(measure: (cost: DerivationCost) => Promise<number>): Promise<DerivationCost> {
  let cost = LEAST_COST;
  // The first run also compiles the code.
  await measure(cost);
  let tookMs = await measure(cost);
  while (cost.memoryKib < ENOUGH_MEMORY_KIB && tookMs * 2 <= TARGET_MS) {
    cost = { ...cost, memoryKib: Math.min(cost.memoryKib * 2, ENOUGH_MEMORY_KIB) };
    tookMs = await measure(cost);
  }
  const passes = Math.round((cost.passes * TARGET_MS) / Math.max(tookMs, 1));
  return { ...cost, passes: Math.min(MOST_PASSES, Math.max(LEAST_COST.passes, passes)) };
}
