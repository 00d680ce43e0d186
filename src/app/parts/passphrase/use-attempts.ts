import { useEffect, useState } from 'react';
import { formatDuration } from '../../base/i18n/format-duration';
import { t } from '../../base/i18n/i18n';

export type Attempt =
  | { readonly phase: 'idle' | 'running' | 'refused' }
  | { readonly phase: 'wait'; readonly until: number }
  | { readonly phase: 'failed'; readonly detail: string };

/** Whatever is wrong, an answer takes at least this long, so that how long it took tells nothing. */
const LEAST_MS = 1_000;

/** Tries passphrases one at a time and says what came of it. */
export function useAttempts() {
  const [attempt, setAttempt] = useState<Attempt>({ phase: 'idle' });
  const [now, setNow] = useState(Date.now);
  const isWaiting = attempt.phase === 'wait';
  const leftMs = isWaiting ? Math.max(0, attempt.until - now) : 0;

  useEffect(() => {
    if (!isWaiting) {
      return undefined;
    }
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [isWaiting]);

  /** @returns whether it was the right passphrase */
  const run = async (work: () => Promise<{ readonly kind: string; readonly waitMs?: number }>): Promise<boolean> => {
    setAttempt({ phase: 'running' });
    const leastTime = new Promise((resolve) => setTimeout(resolve, LEAST_MS));
    try {
      const result = await work();
      if (result.kind === 'refused') {
        await leastTime;
        setAttempt({ phase: 'refused' });
        return false;
      }
      if (result.waitMs !== undefined) {
        setNow(Date.now());
        setAttempt({ phase: 'wait', until: Date.now() + result.waitMs });
        return false;
      }
      setAttempt({ phase: 'idle' });
      return true;
    } catch (error) {
      setAttempt({ phase: 'failed', detail: String(error) });
      return false;
    }
  };
  return { words: attemptWords(attempt, leftMs), isBusy: attempt.phase === 'running' || leftMs > 0, run };
}

/** @returns '' when there is nothing to say */
function attemptWords(attempt: Attempt, leftMs: number): string {
  switch (attempt.phase) {
    case 'running':
      return t('lock.unlocking');
    case 'refused':
      return t('lock.refused');
    case 'wait':
      return leftMs > 0 ? t('lock.wait', { time: formatDuration(Math.ceil(leftMs / 1000) * 1000) }) : '';
    case 'failed':
      return t('lock.failed', { detail: attempt.detail });
    default:
      return '';
  }
}
