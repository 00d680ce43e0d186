import type { CSSProperties } from 'react';
import type { Candidate } from '../../../contract/recognition';
import { formatProbability } from '../../base/i18n/format-probability';
import { t } from '../../base/i18n/i18n';
import styles from './candidate-bars.module.css';

interface CandidateBarsProps {
  readonly ranked: readonly Candidate[];
  readonly notDigitProbability: number;
  /** What stands there now; null for a blank. */
  readonly chosen: string | null;
}

/** Everything the digit may be, most probable first, with 'not a digit' at the end; together 100 %. */
export function CandidateBars({ ranked, notDigitProbability, chosen }: CandidateBarsProps) {
  return (
    <ol className={styles.candidates} aria-label={t('digit.candidates')}>
      {ranked.map(({ label, probability }) => (
        <Bar key={label} name={String(label)} probability={probability} isChosen={String(label) === chosen} />
      ))}
      <Bar name="none" probability={notDigitProbability} isChosen={false} />
    </ol>
  );
}

interface BarProps {
  readonly name: string;
  readonly probability: number;
  readonly isChosen: boolean;
}

function Bar({ name, probability, isChosen }: BarProps) {
  return (
    <li className={styles.candidate} data-kind={name === 'none' ? 'none' : 'digit'} data-chosen={isChosen || undefined}>
      <span className={styles.label}>{name === 'none' ? t('digit.none') : name}</span>
      <span className={styles.track} aria-hidden>
        <span className={styles.bar} style={{ '--probability': probability } as CSSProperties} />
      </span>
      <span className={styles.share}>{formatProbability(probability)}</span>
    </li>
  );
}
