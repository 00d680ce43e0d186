import { Component, type ReactNode } from 'react';
import { t } from '../../base/i18n/i18n';
import failureSheetStyles from '../page/failure-sheet.module.css';

interface State {
  readonly error: unknown;
}

/** Shows words in place of a blank page when a bug breaks the app; the history is not touched. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === null) {
      return this.props.children;
    }
    return (
      <main className="page page--narrow">
        <div className={`sheet ${failureSheetStyles.failure}`} role="alert">
          <h1 className={failureSheetStyles.title}>{t('shell.error.title')}</h1>
          <p>{t('shell.error.words')}</p>
          <div className="actions">
            <button type="button" className="button button--primary" onClick={() => window.location.reload()}>
              {t('shell.error.reload')}
            </button>
          </div>
          <pre className={failureSheetStyles.detail}>{String(this.state.error)}</pre>
        </div>
      </main>
    );
  }
}
