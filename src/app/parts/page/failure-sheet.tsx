import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { FailureWords } from '../../../contract/failure-words';
import { t } from '../../base/i18n/i18n';
import styles from './failure-sheet.module.css';

interface FailureSheetProps {
  readonly words: FailureWords;
  /** Technical, for a bug report; folded away. */
  readonly detail?: string | undefined;
  /** What can be done about it. */
  readonly children?: ReactNode;
}

/** Stands where the picture would be: what is wrong with which file, and what to do now. */
export function FailureSheet({ words, detail, children }: FailureSheetProps) {
  return (
    <section className={`sheet ${styles.failure}`} role="alert">
      <CircleAlert className={styles.sign} size={40} strokeWidth={1.5} aria-hidden />
      <h2 className={styles.title}>{words.title}</h2>
      <p>{words.explanation}</p>
      <p>{words.remedy}</p>
      {children && <div className="actions">{children}</div>}
      {detail && (
        <details className={styles.more}>
          <summary>{t('shell.failure.detail')}</summary>
          <pre className={styles.detail}>{detail}</pre>
        </details>
      )}
    </section>
  );
}
