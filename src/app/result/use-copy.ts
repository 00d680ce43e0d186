import { useEffect, useState } from 'react';
import { useServices } from '../state/services';

/** How long a button says what became of copying. */
const OUTCOME_SHOWN_MS = 2500;

/** Copying, with what became of it for a moment: in the live region, and as the key of what was copied. */
export function useCopy() {
  const { announcement } = useServices();
  const [outcome, setOutcome] = useState<{ readonly key: string; readonly isCopied: boolean } | null>(null);

  useEffect(() => {
    if (outcome) {
      const timer = setTimeout(() => setOutcome(null), OUTCOME_SHOWN_MS);
      return () => clearTimeout(timer);
    }
    return undefined;
  }, [outcome]);

  const copy = async (key: string, text: string) => {
    const isCopied = await copyText(text);
    setOutcome({ key, isCopied });
    announcement.set(isCopied ? `Copied ${text.length <= 20 ? text : ''}`.trim() : 'The browser did not allow copying');
  };
  return { outcome, copy };
}

/** @returns whether the text is in the clipboard now; false where the browser denies it, e.g. on insecure origins */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
