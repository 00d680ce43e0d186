import { SHARED_HASH } from '../../../service-worker/messages';
import type { Services } from '../session/services';
import { takeLaunches } from './take-launches';

/**
 * What has to be done before the first paint is done here; the rest, which lets the app work without a connection, is
 * loaded once the page stands.
 */
export function beginOffline(services: Services): void {
  takeLaunches(services.arrivals);
  const sharedId = readSharedId();
  const begin = () => {
    // The page works without it: when this part does not arrive, the next visit tries again.
    void import('./start-offline').then(({ startOffline }) => startOffline(services, sharedId), ignore);
  };
  if (sharedId !== null || document.readyState === 'complete') {
    begin();
  } else {
    window.addEventListener('load', begin, { once: true });
  }
}

/** Shared pictures are taken once: the address that says so must not be kept, reloaded or bookmarked. */
function readSharedId(): string | null {
  const { hash, pathname, search } = window.location;
  if (!hash.startsWith(SHARED_HASH)) {
    return null;
  }
  window.history.replaceState(null, '', `${pathname}${search}#/`);
  return hash.slice(SHARED_HASH.length);
}

function ignore(): void {}
