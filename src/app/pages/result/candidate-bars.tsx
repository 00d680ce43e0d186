import type { CSSProperties } from 'react';
import { type NumeralScriptId, writtenIn } from '../../../contract/numeral-scripts';
import type { Candidate } from '../../../contract/recognition';
import { formatProbability } from '../../base/i18n/format-probability';
import { type MessageId, t } from '../../base/i18n/i18n';
import styles from './candidate-bars.module.css';

interface CandidateBarsProps {
  readonly ranked: readonly Candidate[];
  readonly notDigitProbability: number;
  /** What stands there now; null for a blank. */
  readonly chosen: string | null;
  readonly script: NumeralScriptId;
}

/** So many are in view; whoever wants to know the rest unfolds it. */
const SHOWN = 3;

/** What the digit may be, most probable first, with 'not a digit' after the third; the rest is folded. Together 100 %. */
export function CandidateBars({ ranked, notDigitProbability, chosen, script }: CandidateBarsProps) {
  const bars = [
    ...ranked.slice(0, SHOWN).map(({ label, probability }) => ({ name: String(label), probability })),
    { name: 'none', probability: notDigitProbability },
    ...ranked.slice(SHOWN).map(({ label, probability }) => ({ name: String(label), probability })),
  ];
  const list = (part: typeof bars, name: MessageId) => (
    <ol className={styles.candidates} aria-label={t(name)}>
      {part.map((bar) => (
        <Bar key={bar.name} {...bar} isChosen={bar.name === chosen} script={script} />
      ))}
    </ol>
  );
  return (
    <div>
      {list(bars.slice(0, SHOWN + 1), 'digit.candidates')}
      <details className={styles.more}>
        <summary>{t('digit.candidates.more', { count: bars.length - SHOWN - 1 })}</summary>
        {list(bars.slice(SHOWN + 1), 'digit.candidates.rest')}
      </details>
    </div>
  );
}

interface BarProps {
  readonly name: string;
  readonly probability: number;
  readonly isChosen: boolean;
  readonly script: NumeralScriptId;
}

function Bar({ name, probability, isChosen, script }: BarProps) {
  return (
    <li className={styles.candidate} data-kind={name === 'none' ? 'none' : 'digit'} data-chosen={isChosen || undefined}>
      <span className={styles.label}>{name === 'none' ? t('digit.none') : writtenIn(name, script)}</span>
      <span className={styles.track} aria-hidden>
        <span className={styles.bar} style={{ '--probability': probability } as CSSProperties} />
      </span>
      <span className={styles.share}>{formatProbability(probability)}</span>
    </li>
  );
}
