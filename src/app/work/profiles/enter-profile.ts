import { openProfileUploads } from '../../../uploads/profile-database';
import type { UnlockedProfile } from '../../../vault/vault';
import { Store } from '../../base/store/store';
import type { OpenProfile, Session } from '../session/session';
import { watchLock } from './watch-lock';

/** Opens the history of a profile, and locks it again as its rules say. */
export async function enterProfile(session: Session, { id, name, rules, cipher }: UnlockedProfile): Promise<void> {
  const profile: OpenProfile = {
    id,
    name,
    cipher,
    rules: new Store(rules),
    openRecords: (events) => openProfileUploads(id, cipher, events),
  };
  await session.enter(profile);
  watchLock(session, profile.rules);
}
