import '../styles/result.css';
import '../styles/picture.css';
import '../styles/number.css';
import '../styles/fixing.css';
import '../styles/digit-details.css';
import '../styles/reading-state.css';
import '../styles/print-result.css';
import { Link } from 'wouter';
import { failureWords } from '../../contract/failure-words';
import { FailureSheet } from '../shell/failure-sheet';
import { usePageTitle } from '../shell/use-page-title';
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
            Opening the picture
          </h1>
        </div>
      );
    case 'missing':
      return <MissingResult />;
    case 'unavailable':
      return (
        <div className="page page--narrow">
          <BackLink />
          <FailureSheet words={failureWords(entry.failure)} detail={entry.failure.detail} />
        </div>
      );
  }
}

function MissingResult() {
  usePageTitle('Not in the history');
  return (
    <div className="page page--narrow">
      <div className="sheet empty">
        <h1 tabIndex={-1}>This picture is not in the history</h1>
        <p>It was deleted, or it was read in another browser or on another device.</p>
        <div className="actions actions--center">
          <Link href="/" className="button button--primary">
            Read a picture
          </Link>
          <Link href="/history" className="button">
            Open the history
          </Link>
        </div>
      </div>
    </div>
  );
}
