import { IMAGE_FORMATS } from '../../../contract/image-formats';
import { LIMITS } from '../../../contract/limits';
import { t } from '../../base/i18n/i18n';
import styles from './formats.module.css';

const MEBIBYTE = 1024 * 1024;
const MEGAPIXEL = 1_000_000;

/** Which files are taken, and how large they may be. */
export function Formats() {
  return (
    <section className={styles.formats} aria-labelledby="formats-title">
      <h2 id="formats-title" className={styles.title}>
        {t('read.formats.title')}
      </h2>
      <ul className={styles.list}>
        {IMAGE_FORMATS.map((format) => (
          <li key={format.id}>{format.label}</li>
        ))}
      </ul>
      <p>
        {t('read.formats.words', {
          megabytes: LIMITS.maxFileBytes / MEBIBYTE,
          megapixels: LIMITS.maxSourcePixels / MEGAPIXEL,
          shrunk: LIMITS.maxDecodedPixels / MEGAPIXEL,
        })}
      </p>
    </section>
  );
}
