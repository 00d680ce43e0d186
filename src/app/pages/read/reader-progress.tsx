import { formatBytes } from '../../base/i18n/format-bytes';
import { t } from '../../base/i18n/i18n';
import { useStore } from '../../base/store/store';
import { useServices } from '../../work/session/services';
import styles from './reader-progress.module.css';

/** How much of the reader has arrived; pictures are taken before it is complete. */
export function ReaderProgress() {
  const { preparation } = useServices();
  const state = useStore(preparation.state);
  const isLoading = state.phase === 'loading' && state.totalBytes > 0;
  return (
    <div className={styles.progress} aria-hidden={!isLoading}>
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
