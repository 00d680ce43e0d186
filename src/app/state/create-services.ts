import { UploadHistory } from '../../history/upload-history';
import type { Recognizer } from '../../recognize/recognizer';
import { UNKNOWN_OFFLINE } from '../offline/offline-state';
import { ReaderPreparation } from '../reading/reader-preparation';
import { ReadingQueue } from '../reading/reading-queue';
import { SettingsStore, settingsPlace } from '../settings/settings';
import type { Services } from './services';
import { Store } from './store';
import { Trash } from './trash';

/** Wires the services of one page together. */
export function createServices(recognizer: Recognizer, history = new UploadHistory()): Services {
  const preparation = new ReaderPreparation(recognizer);
  const settings = new SettingsStore(settingsPlace());
  return {
    recognizer,
    history,
    preparation,
    queue: new ReadingQueue(recognizer, preparation, history, () => settings.state.get().sureAbove),
    trash: new Trash(history),
    settings,
    arrivals: new Store<readonly File[]>([]),
    offline: new Store(UNKNOWN_OFFLINE),
    announcement: new Store(''),
  };
}
