import { TriangleAlert } from 'lucide-react';
import type { HistoryPlace } from '../../history/upload-history';
import { useHistoryPlace } from '../past/use-history';

const WORDS: Partial<Record<HistoryPlace, string>> = {
  memory:
    'This browser does not let the page store anything. Reading works all the same, but the history is gone when you close this page.',
  blocked:
    'Another tab has an older version of this app open, so pictures cannot be saved yet. Close that tab to go on.',
  outdated:
    'A newer version of this app is open in another tab. New pictures are not saved here until you reload this page.',
};

/** Says what is lost where the history cannot be kept on the device. */
export function StorageNotice() {
  const place = useHistoryPlace();
  const words = WORDS[place];
  if (!words) {
    return null;
  }
  return (
    <div className="notice" role="status">
      <TriangleAlert size={20} aria-hidden />
      <p>{words}</p>
      {place === 'outdated' && (
        <button type="button" className="button" onClick={() => window.location.reload()}>
          Reload
        </button>
      )}
    </div>
  );
}
