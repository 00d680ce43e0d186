import type { WrappedKey } from './data-key';

/** After how many minutes without a key or a pointer a profile locks; 0: never by itself. */
export const IDLE_MINUTES = [1, 5, 15, 60, 0] as const;

/** When a profile locks by itself. Closing or leaving the page always locks it: the key is in the page's memory alone. */
export interface LockRules {
  /** One of `IDLE_MINUTES`. */
  readonly idleMinutes: number;
  /** As soon as the page is hidden: another tab, another app, the screen off. */
  readonly whenHidden: boolean;
}

export const DEFAULT_RULES: LockRules = { idleMinutes: 15, whenHidden: false };

/** A profile as it is stored, readable by everybody who has this browser's files: nothing in it is about a picture. */
export interface StoredProfile {
  /** 128 random bits. */
  readonly id: string;
  /** Shown on the lock screen, so it is not secret. */
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly key: WrappedKey;
  readonly rules: LockRules;
  /** Wrong passphrases since the last right one. */
  readonly failedAttempts: number;
  /** When the last of them was tried (milliseconds since 1970). */
  readonly lastAttemptAt: number;
}

/** @returns 22 characters of 128 random bits */
export function newProfileId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
