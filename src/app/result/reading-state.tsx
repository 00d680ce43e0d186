import { Check, RotateCw, X } from 'lucide-react';
import type { JobState } from '../reading/job';
import { useServices } from '../state/services';
import { useStore } from '../state/store';
import { formatBytes } from '../words/format-bytes';

const STEPS = [
  { stage: 'prepare', words: 'Load the reader' },
  { stage: 'decode', words: 'Open the picture' },
  { stage: 'locate', words: 'Find the digits' },
  { stage: 'classify', words: 'Read the digits' },
] as const;

/** How far the reading is, step by step; or that it was stopped. */
export function ReadingState({ id, state }: { readonly id: string; readonly state: JobState }) {
  const { queue } = useServices();
  if (state.phase === 'canceled') {
    return (
      <section className="reading-state">
        <h2>Not read yet</h2>
        <p>Reading was stopped. The picture is kept.</p>
        <div className="actions">
          <button type="button" className="button button--primary" onClick={() => queue.read(id)}>
            <RotateCw size={20} aria-hidden />
            Read it now
          </button>
        </div>
      </section>
    );
  }
  const current = state.phase === 'reading' ? STEPS.findIndex((step) => step.stage === state.stage) : -1;
  return (
    <section className="reading-state" aria-busy="true">
      <h2>{state.phase === 'reading' ? 'Reading …' : 'Waiting for its turn'}</h2>
      <ol className="stages">
        {STEPS.map(({ stage, words }, index) => (
          <li key={stage} className="stage" data-state={stageState(index, current)}>
            <span className="stage__sign">{index < current && <Check size={16} strokeWidth={3} aria-hidden />}</span>
            <span>{words}</span>
            {stage === 'prepare' && index === current && <LoadedBytes />}
          </li>
        ))}
      </ol>
      <div className="actions">
        <button type="button" className="button" onClick={() => queue.cancelOnly([id])}>
          <X size={20} aria-hidden />
          Cancel
        </button>
      </div>
    </section>
  );
}

function stageState(index: number, current: number): 'done' | 'current' | 'ahead' {
  if (index === current) {
    return 'current';
  }
  return index < current ? 'done' : 'ahead';
}

function LoadedBytes() {
  const { preparation } = useServices();
  const state = useStore(preparation.state);
  if (state.phase !== 'loading' || state.totalBytes === 0) {
    return null;
  }
  return (
    <>
      <span className="stage__bytes">
        {formatBytes(state.loadedBytes)} of {formatBytes(state.totalBytes)}
      </span>
      <progress
        className="stage__bar"
        value={state.loadedBytes}
        max={state.totalBytes}
        aria-label="Loading the reader"
      />
    </>
  );
}
