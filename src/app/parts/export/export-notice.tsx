import { t } from '../../base/i18n/i18n';
import { localFailureMessage } from '../../base/i18n/local-failure';
import { useMilestones } from '../page/use-milestones';
import styles from './export-notice.module.css';
import type { Exporting, ExportState } from './use-export';

/** How an export goes: progress is said at its quarters, the end at once. */
export function ExportNotice({ exporting }: { readonly exporting: Exporting }) {
  const { state, cancel } = exporting;
  const working = state.phase === 'working' ? state : null;
  const preparing = working && t('out.preparing', { done: working.done, total: working.total });
  useMilestones(working?.done ?? 0, working?.total ?? 0, preparing);
  return (
    <>
      {working && (
        <p className={styles.notice}>
          {preparing}{' '}
          <button type="button" className="button button--small" onClick={cancel}>
            {t('out.cancel')}
          </button>
        </p>
      )}
      <p className={styles.notice} role="status">
        {endWords(state)}
      </p>
    </>
  );
}

function endWords(state: ExportState): string {
  switch (state.phase) {
    case 'saved':
      return t('out.saved', { name: state.name });
    case 'copied':
      return t('out.copied', { count: state.count });
    case 'denied':
      return t('out.denied');
    case 'failed':
      return localFailureMessage(state.failure);
    default:
      return '';
  }
}
