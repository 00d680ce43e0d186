import type { Store } from '../../base/store/store';

/** What the system hands over when it opens the app: https://wicg.github.io/web-app-launch/ */
interface LaunchParams {
  readonly targetURL?: string;
  readonly files?: readonly FileSystemFileHandle[];
}

interface LaunchQueue {
  setConsumer(consumer: (launch: LaunchParams) => void): void;
}

/**
 * Takes files that are opened with the installed app, and goes where its shortcuts lead, in the window that is open:
 * what it is reading goes on.
 */
export function takeLaunches(arrivals: Store<readonly File[]>): void {
  const { launchQueue } = window as { readonly launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(({ targetURL, files = [] }) => {
    if (files.length > 0) {
      void openAll(files).then((opened) => arrivals.set([...arrivals.get(), ...opened]));
    } else if (targetURL) {
      goToPage(new URL(targetURL));
    }
  });
}

async function openAll(handles: readonly FileSystemFileHandle[]): Promise<readonly File[]> {
  // A file that is gone by now is left out.
  const opened = await Promise.all(handles.map((handle) => handle.getFile().catch(() => null)));
  return opened.filter((file) => file !== null);
}

function goToPage({ origin, pathname, hash }: URL): void {
  if (origin === window.location.origin && pathname === window.location.pathname && hash) {
    window.location.hash = hash;
  }
}
