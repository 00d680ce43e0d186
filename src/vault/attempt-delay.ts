/** So many wrong passphrases are forgiven before one has to wait: everybody mistypes. */
const FREE_ATTEMPTS = 3;
const FIRST_DELAY_MS = 2_000;
const LONGEST_DELAY_MS = 5 * 60_000;

/**
 * How long to wait before the next passphrase may be tried: 2, 4, 8 s and so on up to 5 minutes. It slows down somebody
 * who sits at this browser, not somebody who took its files: against that stands what a derivation costs.
 *
 * @returns milliseconds; 0 when it may be tried now
 */
export function attemptDelayMs(failedAttempts: number, lastAttemptAt: number, now: number): number {
  if (failedAttempts < FREE_ATTEMPTS) {
    return 0;
  }
  const delayMs = Math.min(FIRST_DELAY_MS * 2 ** (failedAttempts - FREE_ATTEMPTS), LONGEST_DELAY_MS);
  // A clock that was set back must not lock anybody out for longer.
  const waitedMs = Math.max(0, now - Math.min(lastAttemptAt, now));
  return Math.max(0, delayMs - waitedMs);
}
