import { EyeOff } from 'lucide-react';
import { codeOf, type FixedReading } from '../../../../corrections/fixed-reading';
import { t } from '../../../base/i18n/i18n';
import styles from './left-out-labels.module.css';

interface LeftOutLabelsProps {
  readonly reading: FixedReading;
  /** Which table, counted from 0. */
  readonly index: number;
  readonly onBringBack: () => void;
}

/** Printed labels that are no part of the data: named, and back with one click. */
export function LeftOutLabels({ reading, index, onBringBack }: LeftOutLabelsProps) {
  const { labels } = reading.tables[index]!;
  if (!labels) return null;
  const cells = new Set(labels.rows.flat().map(({ id }) => id));
  const texts = reading.labels
    .filter(([first]) => cells.has(first?.cell ?? -1))
    .map((characters) => characters.map(codeOf).join(''));
  return (
    <div className={styles.labels}>
      <EyeOff size={20} aria-hidden />
      <p className={styles.words} title={texts.join(' ')}>
        {t('sheet.labels', { labels: texts.join(' ') })}
      </p>
      <button type="button" className="button button--small" onClick={onBringBack}>
        {t('leaveOut.undone')}
      </button>
    </div>
  );
}
