import type { Recognizer } from '../../../recognizer/recognizer';
import { UploadHistory } from '../../../uploads/upload-history';
import { SettingsStore, settingsPlace } from '../../base/settings/settings';
import { Store } from '../../base/store/store';
import { ReaderPreparation } from '../queue/reader-preparation';
import { ReadingQueue } from '../queue/reading-queue';
import { scriptWish } from '../queue/script-wish';
import { UNKNOWN_OFFLINE } from './offline-state';
import type { Services } from './services';
import { lastProfile, notBeforeUnlocked, Session, sessionPlace } from './session';
import { Trash } from './trash';

/** Wires the services of one page together. */
export function createServices(recognizer: Recognizer): Services {
  const place = sessionPlace();
  const history = lastProfile(place) === null ? new UploadHistory() : new UploadHistory(notBeforeUnlocked);
  const preparation = new ReaderPreparation(recognizer);
  const settings = new SettingsStore(settingsPlace());
  // What was loaded once is used from then on.
  preparation.hasScripts.subscribe(() => settings.change({ hasScripts: true }));
  const queue = new ReadingQueue(recognizer, preparation, history, () => {
    const chosen = settings.state.get();
    return { caution: chosen.caution, script: scriptWish(chosen) };
  });
  const trash = new Trash(history);
  return {
    recognizer,
    history,
    preparation,
    queue,
    trash,
    session: new Session({ history, queue, trash }, place),
    settings,
    arrivals: new Store<readonly File[]>([]),
    offline: new Store(UNKNOWN_OFFLINE),
    announcement: new Store(''),
  };
}
