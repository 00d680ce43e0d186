import { formatBytes } from '../../base/i18n/format-bytes';
import { t } from '../../base/i18n/i18n';
import { useStore } from '../../base/store/store';
import { PLATES_BYTES } from '../../work/queue/plates-bytes';
import { useServices } from '../../work/session/services';
import styles from './expectation-picker.module.css';

/** What reading letters costs once, and what pictures of other people's cars ask of whoever takes them. */
export function LettersNote({ isPlate }: { readonly isPlate: boolean }) {
  const { preparation } = useServices();
  const isLoaded = useStore(preparation.hasPlates);
  return (
    <p className={styles.note}>
      {!isLoaded && t('expect.letters.load', { size: formatBytes(PLATES_BYTES) })}{' '}
      {isPlate && t('expect.plates.privacy')}
    </p>
  );
}
