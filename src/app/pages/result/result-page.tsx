import { Link } from 'wouter';
import { t } from '../../base/i18n/i18n';
import { localFailureWords } from '../../base/i18n/local-failure';
import { BackLink } from '../../parts/page/back-link';
import { FailureSheet } from '../../parts/page/failure-sheet';
import { usePageTitle } from '../../parts/page/use-page-title';
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
