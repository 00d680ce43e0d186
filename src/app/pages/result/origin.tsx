import type { Recognition } from '../../../contract/recognition';
import { backendReasonWords, backendWords } from '../../base/i18n/backend-words';
import { formatDuration } from '../../base/i18n/format-duration';
import { t } from '../../base/i18n/i18n';
import styles from './origin.module.css';

/** By what a picture was read, and how long that took. */
export function Origin({ recognition }: { readonly recognition: Recognition }) {
  const { backend, elapsedMs, modelVersion } = recognition;
  return (
    <p className={styles.origin} title={backendReasonWords(backend.reason)}>
      {t('result.origin', {
        time: formatDuration(elapsedMs),
        backend: backendWords(backend.name),
        model: modelVersion,
      })}
    </p>
  );
}
