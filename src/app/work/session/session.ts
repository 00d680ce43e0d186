import type { RecordCipher } from '../../../contract/record-cipher';
import type { OpenRecords } from '../../../uploads/open-database';
import type { UploadHistory } from '../../../uploads/upload-history';
import type { LockRules } from '../../../vault/profile';
import { Store } from '../../base/store/store';
import type { ReadingQueue } from '../queue/reading-queue';
import type { Trash } from './trash';

/** A profile whose key is at hand in this page. */
export interface OpenProfile {
  readonly id: string;
  readonly name: string;
  /** Seals what goes out of the history, as a backup. */
  readonly cipher: RecordCipher;
  readonly rules: Store<LockRules>;
  readonly openRecords: OpenRecords;
}

/** locked: a profile was in use the last time, and its key is not at hand. locking: the page is about to go. */
export type SessionState =
  | { readonly phase: 'open'; readonly profile: OpenProfile | null }
  | { readonly phase: 'locked'; readonly profileId: string }
  | { readonly phase: 'locking' };

/** What other tabs are told. */
type TabMessage =
  | { readonly kind: 'lock'; readonly profileId: string }
  /** What they show is not there anymore, or has moved. */
  | { readonly kind: 'restart' };

/** What is used of `localStorage`. */
export type SessionPlace = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The id of the profile that was in use the last time. */
const KEY = 'digit-reader-profile';
const CHANNEL = 'digit-reader-session';

/** So long does locking wait at most for what is being saved. */
const SETTLE_MS = 1_500;

interface SessionParts {
  readonly history: UploadHistory;
  readonly queue: ReadingQueue;
  readonly trash: Trash;
}

/**
 * Whose history the page shows: the open one that everybody at this browser can see, or that of a profile. A page is
 * locked by loading it anew, because nothing else takes keys and pictures out of its memory for certain.
 */
export class Session {
  readonly state: Store<SessionState>;
  readonly #parts: SessionParts;
  readonly #place: SessionPlace | null;
  readonly #reload: () => void;
  readonly #tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL);

  constructor(parts: SessionParts, place: SessionPlace | null, reload: () => void = () => window.location.reload()) {
    this.#parts = parts;
    this.#place = place;
    this.#reload = reload;
    const profileId = lastProfile(place);
    this.state = new Store<SessionState>(
      profileId === null ? { phase: 'open', profile: null } : { phase: 'locked', profileId },
    );
    this.#tabs?.addEventListener('message', (event: MessageEvent<TabMessage>) => this.#hear(event.data));
  }

  get profile(): OpenProfile | null {
    const state = this.state.get();
    return state.phase === 'open' ? state.profile : null;
  }

  /** Goes on with the history of a profile, or with the open one. Reading that is under way ends. */
  async enter(profile: OpenProfile | null): Promise<void> {
    const { history, trash } = this.#parts;
    await this.endReading();
    await trash.dismiss();
    this.remember(profile?.id ?? null);
    history.switchTo(profile?.openRecords ?? null);
    this.state.set({ phase: 'open', profile });
  }

  /** Asks for the passphrase of a profile. */
  async askFor(profileId: string): Promise<void> {
    await this.endReading();
    this.remember(profileId);
    this.state.set({ phase: 'locked', profileId });
  }

  /** Stops reading and forgets what was read, once it is in the history. */
  async endReading(): Promise<void> {
    const { queue } = this.#parts;
    const ids = [...queue.state.get().jobs.keys()];
    queue.cancel();
    await queue.settled(ids);
    queue.forget(...ids);
  }

  /** Locks the open profile in all tabs; without one, nothing happens. */
  async lock(): Promise<void> {
    const { profile } = this;
    if (profile) {
      this.#tell({ kind: 'lock', profileId: profile.id });
      await this.#lockHere();
    }
  }

  /** Takes the page away at once, as it must not be shown again as it was; it is loaded anew if somebody comes back. */
  hide(): void {
    this.state.set({ phase: 'locking' });
  }

  /** Loads all other tabs anew: what they show has moved. */
  restartOthers(): void {
    this.#tell({ kind: 'restart' });
  }

  /** Loads this page anew. */
  restart(): void {
    this.hide();
    this.#reload();
  }

  /** The profile to ask the passphrase for when the page is loaded the next time; null: the open history. */
  remember(profileId: string | null): void {
    try {
      if (profileId === null) {
        this.#place?.removeItem(KEY);
      } else {
        this.#place?.setItem(KEY, profileId);
      }
    } catch {
      // Not allowed or no room: the next time begins with the open history, and the profile is opened from there.
    }
  }

  #hear(message: TabMessage): void {
    const { profile } = this;
    if (message.kind === 'restart') {
      this.restart();
    } else if (profile?.id === message.profileId) {
      void this.#lockHere();
    }
  }

  async #lockHere(): Promise<void> {
    // The screen first; what is being saved may take a moment.
    this.hide();
    const saved = this.endReading().then(() => this.#parts.history.use((uploads) => uploads.settled()));
    await Promise.race([saved, new Promise((resolve) => setTimeout(resolve, SETTLE_MS))]);
    // Without a history there is nothing unsaved either that the browser would ask about before it loads the page anew.
    this.#parts.history.switchTo(notBeforeUnlocked);
    this.#reload();
  }

  #tell(message: TabMessage): void {
    this.#tabs?.postMessage(message);
  }
}

/** While a profile is locked, there is no history: questions wait for the one that `Session.enter` brings. */
export function notBeforeUnlocked(): Promise<never> {
  return new Promise(() => undefined);
}

/** The browser's place for it; null where it denies storage. */
export function sessionPlace(): SessionPlace | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** @returns null where no profile was in use, or where nothing can be kept */
export function lastProfile(place: SessionPlace | null): string | null {
  try {
    return place?.getItem(KEY) ?? null;
  } catch {
    return null;
  }
}
