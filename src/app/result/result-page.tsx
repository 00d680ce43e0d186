import '../styles/result.css';
import '../styles/picture.css';
import '../styles/number.css';
import '../styles/fixing.css';
import '../styles/digit-details.css';
import '../styles/reading-state.css';
import '../styles/print-result.css';
import { Link } from 'wouter';
import { FailureSheet } from '../shell/failure-sheet';
import { usePageTitle } from '../shell/use-page-title';
import { t } from '../words/i18n';
import { localFailureWords } from '../words/local-failure';
import { BackLink } from './back-link';
import { Result } from './result';
import { useEntry } from './use-entry';

/** One picture: being read, read, or not readable. */
export function ResultPage({ id }: { readonly id: string }) {
  const entry = useEntry(id);
  switch (entry.phase) {
    case 'present':
      return <Result id={id} entry={entry} />;
    case 'loading':
      return (
        <div className="page" aria-busy="true">
          <h1 className="visually-hidden" tabIndex={-1}>
            {t('result.opening')}
          </h1>
        </div>
      );
    case 'missing':
      return <MissingResult />;
    case 'unavailable':
      return (
        <div className="page page--narrow">
          <BackLink />
          <FailureSheet words={localFailureWords(entry.failure)} detail={entry.failure.detail} />
        </div>
      );
  }
}

function MissingResult() {
  usePageTitle(t('result.missing.pageTitle'));
  return (
    <div className="page page--narrow">
      <div className="sheet empty">
        <h1 tabIndex={-1}>{t('result.missing.title')}</h1>
        <p>{t('result.missing.words')}</p>
        <div className="actions actions--center">
          <Link href="/" className="button button--primary">
            {t('result.missing.read')}
          </Link>
          <Link href="/history" className="button">
            {t('result.missing.history')}
          </Link>
        </div>
      </div>
    </div>
  );
}
