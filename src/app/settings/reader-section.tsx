import { useServices } from '../state/services';
import { useStore } from '../state/store';
import { backendWords } from '../words/backend-words';
import { formatBytes } from '../words/format-bytes';

const LOCATION_WORDS = { worker: 'in a worker, beside the page', page: 'in the page itself', node: 'in Node' } as const;

/** With what this device reads, and why with that. */
export function ReaderSection() {
  const { preparation } = useServices();
  const state = useStore(preparation.state);
  return (
    <section className="sheet settings__section" aria-labelledby="settings-reader">
      <h2 id="settings-reader" className="settings__title">
        The reader on this device
      </h2>
      {state.phase === 'ready' ? (
        <dl className="facts">
          <div>
            <dt>Runs with</dt>
            <dd>
              {backendWords(state.backend.name)}, {LOCATION_WORDS[state.backend.location]}
            </dd>
          </div>
          <div>
            <dt>Why</dt>
            <dd>{state.backend.reason}</dd>
          </div>
        </dl>
      ) : (
        <>
          <p role="status">
            {state.phase === 'idle' && 'The reader is not loaded yet. It is loaded with the first picture.'}
            {state.phase === 'loading' &&
              (state.totalBytes > 0
                ? `Loading, ${formatBytes(state.loadedBytes)} of ${formatBytes(state.totalBytes)}`
                : 'Loading')}
            {state.phase === 'failed' && 'The reader could not be loaded. Check the connection, then try again.'}
          </p>
          {state.phase !== 'loading' && (
            <button type="button" className="button" onClick={() => void preparation.prepare()}>
              {state.phase === 'failed' ? 'Try again' : 'Load it now'}
            </button>
          )}
        </>
      )}
    </section>
  );
}
