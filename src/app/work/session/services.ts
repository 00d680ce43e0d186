import { createContext, useContext } from 'react';
import type { Recognizer } from '../../../recognizer/recognizer';
import type { UploadHistory } from '../../../uploads/upload-history';
import type { SettingsStore } from '../../base/settings/settings';
import type { Store } from '../../base/store/store';
import type { ReaderPreparation } from '../queue/reader-preparation';
import type { ReadingQueue } from '../queue/reading-queue';
import type { OfflineState } from './offline-state';
import type { Session } from './session';
import type { Trash } from './trash';

/** What lives as long as the page; built once in `main.tsx`, or in a test with a recognizer of its own. */
export interface Services {
  readonly recognizer: Recognizer;
  readonly history: UploadHistory;
  readonly preparation: ReaderPreparation;
  readonly queue: ReadingQueue;
  readonly trash: Trash;
  /** Whose history it is: the open one, or that of a profile. */
  readonly session: Session;
  readonly settings: SettingsStore;
  /** Pictures from outside the page, shared or opened with the app, until a page takes them. */
  readonly arrivals: Store<readonly File[]>;
  /** Whether the app works without a connection, and whether a newer version waits. */
  readonly offline: Store<OfflineState>;
  /** What the polite live region says. */
  readonly announcement: Store<string>;
}

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) {
    throw new Error('useServices needs a ServicesContext around it');
  }
  return services;
}
