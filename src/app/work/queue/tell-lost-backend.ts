import { backendReasonWords, backendWords } from '../../base/i18n/backend-words';
import { t } from '../../base/i18n/i18n';
import type { Store } from '../../base/store/store';
import type { ReaderPreparation } from './reader-preparation';

interface Announced {
  readonly preparation: Pick<ReaderPreparation, 'state'>;
  readonly announcement: Store<string>;
}

/** Says, once for each, that a backend died and which one reads from now on. */
export function tellLostBackend({ preparation, announcement }: Announced): void {
  let told = '';
  preparation.state.subscribe(() => {
    const state = preparation.state.get();
    const reason = state.phase === 'ready' ? state.backend.reason : '';
    const lost = reason.split('; ').filter((part) => part.endsWith('-lost'));
    if (state.phase === 'ready' && lost.length > 0 && reason !== told) {
      told = reason;
      const words = { backend: backendWords(state.backend.name), reason: backendReasonWords(lost.join('; ')) };
      announcement.set(t('shell.backend.changed', words));
    }
  });
}
