import { X } from 'lucide-react';
import { useLocation } from 'wouter';
import { useServices } from '../state/services';
import { useStore } from '../state/store';

/** One thin line under the top bar while pictures are read, with a way to stop. */
export function RunProgress() {
  const { queue } = useServices();
  const { run } = useStore(queue.state);
  const [location] = useLocation();
  // A single picture shows its own progress where its result will stand.
  if (!run || (run.total === 1 && location === `/result/${run.currentId}`)) {
    return null;
  }
  return (
    <div className="run">
      <progress className="run__bar" value={run.position - 1} max={run.total} aria-label="Pictures read" />
      <div className="run__words">
        <span role="status">
          Reading {run.position} of {run.total}
        </span>
        <button type="button" className="button button--quiet" onClick={() => queue.cancel()}>
          <X size={20} aria-hidden />
          Cancel
        </button>
      </div>
    </div>
  );
}
