import { useEffect } from 'react';
import { useStore } from '../../base/store/store';
import { useServices } from '../session/services';

/** Takes pictures that came from outside the page (shared, or opened with the app) as if they had been dropped. */
export function useArrivals(take: (files: readonly File[]) => void): void {
  const { arrivals } = useServices();
  const files = useStore(arrivals);
  useEffect(() => {
    if (files.length > 0) {
      arrivals.set([]);
      take(files);
    }
  }, [arrivals, files, take]);
}
