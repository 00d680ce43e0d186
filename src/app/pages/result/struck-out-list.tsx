import type { FixedReading } from '../../../corrections/fixed-reading';
import { t } from '../../base/i18n/i18n';
import styles from './struck-out-list.module.css';

/** Numbers that somebody struck out: named, and not counted. */
export function StruckOutList({ reading }: { readonly reading: FixedReading }) {
  const struckOut = reading.numbersAsRead.filter((number) => number.isStruckOut);
  if (struckOut.length === 0) return null;
  return (
    <p className={styles.list}>
      {t('result.struckOut', { count: struckOut.length })}{' '}
      {struckOut.map(({ text, box }) => (
        <s key={`${box.x} ${box.y}`}>{text}</s>
      ))}
    </p>
  );
}
