import type { Services } from '../session/services';

/**
 * Has the browser ask before the page is closed, only while something would be lost that is to be kept. Locking is
 * never held up.
 */
export function warnBeforeLeaving({ history, queue, session }: Pick<Services, 'history' | 'queue' | 'session'>): void {
  window.addEventListener('beforeunload', (event) => {
    const isSaving = (queue.isSaving || history.isChanging) && history.place === 'device';
    if (session.state.get().phase === 'open' && (isSaving || history.held.unsaved.size > 0)) {
      event.preventDefault();
    }
  });
}
