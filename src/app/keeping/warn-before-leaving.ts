import type { UploadHistory } from '../../history/upload-history';
import type { ReadingQueue } from '../reading/reading-queue';

/** Has the browser ask before the page is closed, only while something would be lost that is to be kept. */
export function warnBeforeLeaving(history: UploadHistory, queue: ReadingQueue): void {
  window.addEventListener('beforeunload', (event) => {
    const isSaving = queue.isSaving && history.place === 'device';
    if (isSaving || history.unsavedCount > 0) {
      event.preventDefault();
    }
  });
}
