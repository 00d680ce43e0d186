import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { FailureWords } from '../../../contract/failure-words';
import { t } from '../../base/i18n/i18n';

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
    <section className="sheet failure" role="alert">
      <CircleAlert className="failure__sign" size={40} strokeWidth={1.5} aria-hidden />
      <h2 className="failure__title">{words.title}</h2>
      <p>{words.explanation}</p>
      <p>{words.remedy}</p>
      {children && <div className="actions">{children}</div>}
      {detail && (
        <details className="failure__more">
          <summary>{t('shell.failure.detail')}</summary>
          <pre className="failure__detail">{detail}</pre>
        </details>
      )}
    </section>
  );
}
