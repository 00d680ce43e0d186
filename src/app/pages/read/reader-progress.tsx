import { formatBytes } from '../../base/i18n/format-bytes';
import { t } from '../../base/i18n/i18n';
import { useLoadedBytes } from '../../work/session/use-loaded-bytes';
import styles from './reader-progress.module.css';

/** How much of the reader has arrived; pictures are taken before it is complete. */
export function ReaderProgress() {
  const loaded = useLoadedBytes();
  return (
    <div className={styles.progress} aria-hidden={!loaded}>
      {loaded && (
        <>
          <progress value={loaded.loadedBytes} max={loaded.totalBytes} aria-label={t('read.loading')} />
          <p>
            {t('read.loadingBytes', {
              loaded: formatBytes(loaded.loadedBytes),
              total: formatBytes(loaded.totalBytes),
            })}
          </p>
        </>
      )}
    </div>
  );
}
