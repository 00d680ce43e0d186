import { t } from '../../base/i18n/i18n';
import { localFailureMessage } from '../../base/i18n/local-failure';
import styles from './export-notice.module.css';
import type { Exporting } from './use-export';

/** How an export goes, in one line that is read aloud. */
export function ExportNotice({ exporting }: { readonly exporting: Exporting }) {
  const { state, cancel } = exporting;
  return (
    <p className={styles.notice} role="status">
      {state.phase === 'working' && (
        <>
          {t('out.preparing', { done: state.done, total: state.total })}{' '}
          <button type="button" className="button button--small" onClick={cancel}>
            {t('out.cancel')}
          </button>
        </>
      )}
      {state.phase === 'saved' && t('out.saved', { name: state.name })}
      {state.phase === 'copied' && t('out.copied', { count: state.count })}
      {state.phase === 'denied' && t('out.denied')}
      {state.phase === 'failed' && localFailureMessage(state.failure)}
    </p>
  );
}
