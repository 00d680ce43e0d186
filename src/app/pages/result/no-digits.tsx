import { ImagePlus, SearchX } from 'lucide-react';
import { t } from '../../base/i18n/i18n';
import { useIntake } from '../../parts/intake/intake';
import styles from './no-digits.module.css';

/** Nothing was read, and nothing is made up. */
export function NoDigits() {
  const { openPicker } = useIntake();
  return (
    <section className={styles.none}>
      <SearchX size={40} strokeWidth={1.5} aria-hidden />
      <h2>{t('none.title')}</h2>
      <p>{t('none.words')}</p>
      <ul>
        <li>{t('none.larger')}</li>
        <li>{t('none.straight')}</li>
        <li>{t('none.upright')}</li>
      </ul>
      <div className="actions">
        <button type="button" className="button button--primary" onClick={openPicker}>
          <ImagePlus size={20} aria-hidden />
          {t('result.chooseOther')}
        </button>
      </div>
    </section>
  );
}
