import { openSealedUploads, type SealedUploadStore } from '../../../history/sealed-uploads';
import type { UnlockedProfile } from '../../../vault/vault';
import { Store } from '../../base/store/store';
import type { OpenProfile, Session } from '../session/session';
import { watchLock } from './watch-lock';

/** Opens the history of a profile, and locks it again as its rules say. */
export async function enterProfile(session: Session, { id, name, rules, cipher }: UnlockedProfile): Promise<void> {
  let store: SealedUploadStore | null = null;
  const profile: OpenProfile = {
    id,
    name,
    cipher,
    rules: new Store(rules),
    openStore: async (events) => {
      store = await openSealedUploads(id, cipher, events);
      return store;
    },
    settled: async () => store?.settled(),
  };
  await session.enter(profile);
  watchLock(session, profile.rules);
}
