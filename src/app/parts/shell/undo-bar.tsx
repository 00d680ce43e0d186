import { Undo2, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { t } from '../../base/i18n/i18n';
import { localFailureMessage } from '../../base/i18n/local-failure';
import { useStore } from '../../base/store/store';
import { useServices } from '../../work/session/services';
import type { TrashState } from '../../work/session/trash';
import { useHistoryKeys } from '../page/history-keys';
import styles from './undo-bar.module.css';

/** Offers to undo the last deletion, also with Ctrl+Z, until it is dismissed, the next one follows, or the lists are left. */
export function UndoBar() {
  const { trash } = useServices();
  const state = useStore(trash.state);
  const undo = useRef<HTMLButtonElement>(null);
  const [location] = useLocation();
  const isInList = location === '/history' || /^\/batch\/[^/]+$/.test(location);
  // Redo is known only when the key is pressed: nothing on the page shows it.
  useHistoryKeys(
    isInList && state.phase === 'undoable' ? () => void trash.undo() : null,
    isInList && state.phase !== 'undoable' ? () => void trash.redo() : null,
  );

  useEffect(() => {
    if (location !== '/history' && !location.startsWith('/batch/')) {
      void trash.dismiss();
    }
  }, [trash, location]);

  useEffect(() => {
    if (state.phase === 'undoable') {
      // The row with the focus is gone.
      undo.current?.focus();
    }
  }, [state]);

  if (state.phase === 'empty') {
    return null;
  }
  return (
    <div className={styles.bar}>
      <p className={styles.words} role="status">
        {words(state)}
      </p>
      {state.phase === 'undoable' && (
        <button ref={undo} type="button" className="button button--inverse" onClick={() => void trash.undo()}>
          <Undo2 size={20} aria-hidden />
          {t('shell.undo')}
        </button>
      )}
      <button
        type="button"
        className="button button--inverse button--icon"
        aria-label={t('shell.dismiss')}
        onClick={() => void trash.dismiss()}
      >
        <X size={20} aria-hidden />
      </button>
    </div>
  );
}

function words(state: Exclude<TrashState, { phase: 'empty' }>): string {
  if (state.phase === 'failed') {
    return localFailureMessage(state.failure);
  }
  if (state.phase === 'gone') {
    return t('shell.undo.gone', { count: state.count });
  }
  const { names } = state;
  return names.length === 1
    ? t('shell.deleted.one', { name: names[0] })
    : t('shell.deleted.many', { count: names.length });
}
