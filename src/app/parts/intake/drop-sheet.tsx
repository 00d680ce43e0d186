import { ImageDown } from 'lucide-react';
import { t } from '../../base/i18n/i18n';
import styles from './drop-sheet.module.css';

/** Covers the page while files are dragged over it. */
export function DropSheet({ count }: { readonly count: number | null }) {
  return (
    <div className={styles.dropSheet} aria-hidden>
      <div className={styles.paper}>
        <ImageDown size={48} strokeWidth={1.5} aria-hidden />
        <p className={styles.title}>{count === null ? t('shell.drop.some') : t('shell.drop.count', { count })}</p>
        <p>{t('shell.drop.promise')}</p>
      </div>
    </div>
  );
}
