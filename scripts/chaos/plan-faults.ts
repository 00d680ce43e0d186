import type { SeededRandom } from '../../src/cli/seeded-random';
import type { FaultName } from './faults';

interface PlannedFault {
  /** So many pictures have been read or have failed. */
  readonly after: number;
  readonly name: FaultName;
}

/** These come again and again. */
const OFTEN: readonly FaultName[] = [
  'worker killed',
  'disk full for a moment',
  'page reloaded',
  'paused and resumed',
  'canceled and read on',
  'WebGL context lost',
];

/** The app waits a minute before it takes a silent worker for dead: so many in a whole run. */
const SELDOM: readonly FaultName[] = ['worker killed without a word'];

/** Pictures between two faults, at least. */
const LEAST = 3;

export interface FaultPlan {
  readonly pictures: number;
  /** Pictures between two faults. */
  readonly mostBetween: number;
  /** Whether there are faults that take a minute as well. */
  readonly withSeldom: boolean;
}

/** What happens when: every kind at least once where there are pictures enough, in an order that follows from the seed. */
export function planFaults(random: SeededRandom, plan: FaultPlan): readonly PlannedFault[] {
  const places: number[] = [];
  for (let after = LEAST; after < plan.pictures; after += random.integer(LEAST, plan.mostBetween + 1)) {
    places.push(after);
  }
  const often = places.map((_, index) => OFTEN[index % OFTEN.length]!);
  const names = [...(plan.withSeldom ? SELDOM : []), ...often].slice(0, places.length);
  const order = random.sample(names, names.length);
  return places.map((after, index) => ({ after, name: order[index]! }));
}
