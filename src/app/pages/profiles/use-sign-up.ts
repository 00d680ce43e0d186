import { useState } from 'react';
import { NO_EVENTS } from '../../../records/idb-records';
import { openProfileUploads } from '../../../uploads/profile-database';
import { Uploads } from '../../../uploads/uploads';
import type { UnlockedProfile } from '../../../vault/vault';
import { browserVault } from '../../work/profiles/browser-vault';
import { enterProfile } from '../../work/profiles/enter-profile';
import { moveOpenHistory } from '../../work/profiles/move-open-history';
import { useServices } from '../../work/session/services';

export type SignUpState =
  | { readonly phase: 'form' }
  | { readonly phase: 'creating' }
  | { readonly phase: 'moving'; readonly done: number; readonly total: number }
  | { readonly phase: 'failed'; readonly detail: string }
  /** The profile is there, the pictures are still in the open history. */
  | { readonly phase: 'not-moved'; readonly goOn: () => Promise<void> };

export interface SignUpWishes {
  readonly name: string;
  readonly passphrase: string;
  readonly movesOpenHistory: boolean;
}

/** Makes a profile, moves the open history into it if wished, and goes on in it. */
export function useSignUp() {
  const { session } = useServices();
  const [state, setState] = useState<SignUpState>({ phase: 'form' });

  const enter = async (profile: UnlockedProfile) => {
    window.location.hash = '#/profile/ready';
    await enterProfile(session, profile);
  };

  const signUp = async ({ name, passphrase, movesOpenHistory }: SignUpWishes) => {
    setState({ phase: 'creating' });
    let profile: UnlockedProfile;
    try {
      profile = await browserVault.signUp(name, passphrase);
    } catch (error) {
      setState({ phase: 'failed', detail: String(error) });
      return;
    }
    try {
      if (movesOpenHistory) {
        await session.endReading();
        // They show the open history; loaded anew, they ask for the passphrase of the profile.
        session.remember(profile.id);
        session.restartOthers();
        await moveInto(profile, (done, total) => setState({ phase: 'moving', done, total }));
      }
    } catch {
      setState({ phase: 'not-moved', goOn: () => enter(profile) });
      return;
    }
    await enter(profile);
  };
  return { state, signUp };
}

async function moveInto(profile: UnlockedProfile, onProgress: (done: number, total: number) => void): Promise<void> {
  const uploads = new Uploads(await openProfileUploads(profile.id, profile.cipher, NO_EVENTS));
  try {
    await moveOpenHistory(uploads, onProgress);
  } finally {
    uploads.close();
  }
}
