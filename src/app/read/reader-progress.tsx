import { useServices } from '../state/services';
import { useStore } from '../state/store';
import { formatBytes } from '../words/format-bytes';
import { t } from '../words/i18n';

/** How much of the reader has arrived; pictures are taken before it is complete. */
export function ReaderProgress() {
  const { preparation } = useServices();
  const state = useStore(preparation.state);
  const isLoading = state.phase === 'loading' && state.totalBytes > 0;
  return (
    <div className="reader-progress" aria-hidden={!isLoading}>
      {isLoading && (
        <>
          <progress value={state.loadedBytes} max={state.totalBytes} aria-label={t('read.loading')} />
          <p>
            {t('read.loadingBytes', {
              loaded: formatBytes(state.loadedBytes),
              total: formatBytes(state.totalBytes),
            })}
          </p>
        </>
      )}
    </div>
  );
}
