import { useEffect, useEffectEvent } from 'react';
import { useServices } from '../../work/session/services';

/** How far long work is, in quarters: 0 at the start, 4 at the end. */
export function quarterOf(done: number, total: number): number {
  return total === 0 ? 0 : Math.floor((4 * done) / total);
}

/**
 * Has progress said to screen readers at its start and at each quarter; more would drown everything else.
 *
 * @param words what is said now; null while there is nothing to say
 */
export function useMilestones(done: number, total: number, words: string | null): void {
  const { announcement } = useServices();
  const say = useEffectEvent(() => {
    if (words !== null) announcement.set(words);
  });
  const quarter = words === null ? null : quarterOf(done, total);
  useEffect(() => {
    if (quarter !== null) say();
  }, [quarter]);
}
