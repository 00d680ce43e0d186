import type { Services } from '../session/services';
import { askServiceWorker } from './ask-service-worker';
import { whileNobodyWorks } from './work-lock';

/** The switch takes a moment; a tab that closes meanwhile must not hold the others up. */
const MAX_SWITCH_MS = 10_000;

/**
 * Lets the waiting version take over in all tabs, as soon as none of them reads pictures. Every tab then loads itself
 * again: `start-offline.ts`.
 */
export async function switchVersion({ offline }: Services): Promise<void> {
  offline.set({ ...offline.get(), version: 'switching' });
  await whileNobodyWorks(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const waiting = registration?.waiting;
    if (!waiting) {
      // Another tab was faster, or the version was withdrawn: loading again shows what is there.
      window.location.reload();
      return;
    }
    const switched = new Promise<void>((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true });
      setTimeout(resolve, MAX_SWITCH_MS);
    });
    void askServiceWorker(waiting, 'switch', null);
    await switched;
  });
}
