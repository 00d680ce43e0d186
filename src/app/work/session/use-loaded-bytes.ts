import { useStore } from '../../base/store/store';
import type { LoadedBytes } from '../queue/reader-preparation';
import { useServices } from './services';

/** How much has arrived of what is being loaded to read a picture: a decoder, other scripts, or the models; null when nothing is. */
export function useLoadedBytes(): LoadedBytes | null {
  const { preparation } = useServices();
  const extra = useStore(preparation.extra);
  const state = useStore(preparation.state);
  return extra ?? (state.phase === 'loading' && state.totalBytes > 0 ? state : null);
}
