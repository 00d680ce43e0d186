import type { FileGroupId } from '../../../contract/shipped-file';
import { t } from '../../base/i18n/i18n';
import type { PreparationState } from '../queue/reader-preparation';
import type { OfflineState } from '../session/offline-state';
import type { Services } from '../session/services';
import { activeServiceWorker, askServiceWorker } from './ask-service-worker';
import { showWork, untilIdle } from './work-lock';

/** Relative to the page, so that it serves the folder that the site lies in and nothing beside it. */
const SERVICE_WORKER = './service-worker.js';
/** A tab that stays open asks for a newer version when somebody comes back to it, this often at most. */
const UPDATE_EVERY_MS = 60 * 60 * 1000;

/**
 * Puts the app on the device and keeps it up to date there. Says what it could not do, and the page goes on.
 *
 * @param sharedId of pictures that another app shared with this page
 */
export async function startOffline(services: Services, sharedId: string | null): Promise<void> {
  const { offline, queue, preparation } = services;
  if (sharedId !== null) {
    void takeShared(services, sharedId);
  }
  const tell = (change: Partial<OfflineState>) => offline.set({ ...offline.get(), ...change });
  if (!import.meta.env.PROD || !navigator.serviceWorker) {
    tell({ app: window.isSecureContext ? 'denied' : 'insecure' });
    return;
  }
  showWork(queue.state);
  reloadAfterSwitch(services);
  const registration = await register();
  if (!registration) {
    tell({ app: 'denied' });
    return;
  }
  follow(registration, tell);
  askForUpdates(registration);
  keepWhatIsUsed(preparation.state);
}

/** Asks the service worker for the pictures before anything else can end it. */
async function takeShared({ arrivals, announcement }: Services, id: string): Promise<void> {
  const worker = await activeServiceWorker();
  const files = worker ? await askServiceWorker(worker, 'take-shared', id) : null;
  if (files && files.length > 0) {
    arrivals.set([...arrivals.get(), ...files]);
  } else {
    announcement.set(t('shell.shared.lost'));
  }
}

async function register(): Promise<ServiceWorkerRegistration | undefined> {
  try {
    // Browsers answer with nothing at all where an extension took the function away.
    return await navigator.serviceWorker.register(SERVICE_WORKER, { scope: './', updateViaCache: 'none' });
  } catch {
    return undefined;
  }
}

/** Tells how far the version is that is being put on the device, now and whenever a newer one comes. */
function follow(registration: ServiceWorkerRegistration, tell: (change: Partial<OfflineState>) => void): void {
  const look = () => {
    const { active, waiting, installing } = registration;
    if (active) {
      tell({ app: 'device', ...(waiting && { version: 'waiting' }) });
    } else if (installing || waiting) {
      tell({ app: 'storing' });
    } else {
      tell({ app: 'failed' });
    }
  };
  const watch = (worker: ServiceWorker | null) => worker?.addEventListener('statechange', look);
  watch(registration.installing);
  watch(registration.waiting);
  registration.addEventListener('updatefound', () => {
    watch(registration.installing);
    look();
  });
  look();
}

/** All tabs change to the new version together: whichever tab asked for it, each loads itself again. */
function reloadAfterSwitch({ queue }: Services): void {
  const { serviceWorker } = navigator;
  // The very first version takes over pages that were loaded without one: nothing changes for them.
  let hadVersion = serviceWorker.controller !== null;
  serviceWorker.addEventListener('controllerchange', () => {
    if (hadVersion) {
      // Somebody may have begun to read in the same moment; what the page needs until then is still kept.
      void untilIdle(queue.state).then(() => window.location.reload());
    }
    hadVersion = true;
  });
}

function askForUpdates(registration: ServiceWorkerRegistration): void {
  let askedAt = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && Date.now() - askedAt > UPDATE_EVERY_MS) {
      askedAt = Date.now();
      // Without a connection there is no newer version either.
      registration.update().catch(() => undefined);
    }
  });
}

/**
 * Keeps what the reader was started with. The first visit may have fetched it before there was a service worker to see
 * that; later ones mend what went missing.
 */
function keepWhatIsUsed(preparation: {
  readonly get: () => PreparationState;
  readonly subscribe: (listener: () => void) => () => void;
}): void {
  const keep = async () => {
    const { active } = await navigator.serviceWorker.ready;
    const state = preparation.get();
    if (!active) {
      return;
    }
    if (state.phase === 'ready') {
      const groups: FileGroupId[] = state.backend.name === 'wasm' ? ['reader', 'wasm'] : ['reader'];
      await askServiceWorker(active, 'keep', groups);
    } else {
      await askServiceWorker(active, 'check', null);
    }
  };
  preparation.subscribe(() => void (preparation.get().phase === 'ready' && keep()));
  void keep();
}
