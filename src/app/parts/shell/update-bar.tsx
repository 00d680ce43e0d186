import { RefreshCw, X } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../base/i18n/i18n';
import { useStore } from '../../base/store/store';
import { useServices } from '../../work/session/services';
import undoBarStyles from './undo-bar.module.css';

/** Says that a newer version is on the device. It starts when the person wants it to, and never while pictures are read. */
export function UpdateBar() {
  const services = useServices();
  const { version } = useStore(services.offline);
  const isReading = useStore(services.queue.state).run !== null;
  const isUndoable = useStore(services.trash.state).phase !== 'empty';
  const [isPutOff, setIsPutOff] = useState(false);

  // One bar at a time: undoing cannot wait, the new version can.
  if (isPutOff || isUndoable) {
    return null;
  }
  const start = () =>
    void import('../../work/offline/switch-version').then(({ switchVersion }) => switchVersion(services));
  return (
    <div className={undoBarStyles.bar}>
      <p className={undoBarStyles.words} role="status">
        {t(updateWords(version === 'switching', isReading))}
      </p>
      {version === 'waiting' && !isReading && (
        <button type="button" className="button button--inverse" onClick={start}>
          <RefreshCw size={20} aria-hidden />
          {t('shell.update.reload')}
        </button>
      )}
      <button
        type="button"
        className="button button--inverse button--icon"
        aria-label={t('shell.update.later')}
        onClick={() => setIsPutOff(true)}
      >
        <X size={20} aria-hidden />
      </button>
    </div>
  );
}

function updateWords(isSwitching: boolean, isReading: boolean) {
  if (isSwitching) {
    return 'shell.update.switching';
  }
  return isReading ? 'shell.update.reading' : 'shell.update.ready';
}
