import { useServices } from '../state/services';
import { useStore } from '../state/store';
import { formatBytes } from '../words/format-bytes';

/** How much of the reader has arrived; pictures are taken before it is complete. */
export function ReaderProgress() {
  const { preparation } = useServices();
  const state = useStore(preparation.state);
  const isLoading = state.phase === 'loading' && state.totalBytes > 0;
  return (
    <div className="reader-progress" aria-hidden={!isLoading}>
      {isLoading && (
        <>
          <progress value={state.loadedBytes} max={state.totalBytes} aria-label="Loading the reader" />
          <p>
            Loading the reader, {formatBytes(state.loadedBytes)} of {formatBytes(state.totalBytes)}. Pictures can be
            added already.
          </p>
        </>
      )}
    </div>
  );
}
