import type { LockRules } from '../../../vault/profile';
import type { Store } from '../../base/store/store';
import type { Session } from '../session/session';

/** Signs that somebody is there. */
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
const LOOK_EVERY_MS = 1_000;

/**
 * Locks when the rules say so, and takes the page away when it is left.
 *
 * @returns a function that ends it
 */
export function watchLock(session: Session, rules: Store<LockRules>, now: () => number = Date.now): () => void {
  let seenAt = now();
  const isOverdue = () => rules.get().idleMinutes > 0 && now() - seenAt >= rules.get().idleMinutes * 60_000;
  const look = () => {
    if (isOverdue()) {
      void session.lock();
    }
  };
  const see = () => {
    // After a night with the lid closed the first touch must not count as presence.
    look();
    seenAt = isOverdue() ? seenAt : now();
  };
  const hide = () => {
    if (document.visibilityState === 'hidden' && rules.get().whenHidden) {
      void session.lock();
    }
    look();
  };
  // A page that is left may be kept as it is, to come back by the back button.
  const leave = () => session.hide();
  const comeBack = (event: PageTransitionEvent) => event.persisted && session.restart();

  const timer = setInterval(look, LOOK_EVERY_MS);
  for (const sign of SIGNS) {
    window.addEventListener(sign, see, { passive: true, capture: true });
  }
  document.addEventListener('visibilitychange', hide);
  window.addEventListener('pagehide', leave);
  window.addEventListener('pageshow', comeBack);
  return () => {
    clearInterval(timer);
    for (const sign of SIGNS) {
      window.removeEventListener(sign, see, { capture: true });
    }
    document.removeEventListener('visibilitychange', hide);
    window.removeEventListener('pagehide', leave);
    window.removeEventListener('pageshow', comeBack);
  };
}
