import { useEffect, useState } from 'react';
import { t } from '../../base/i18n/i18n';
import { useServices } from '../../work/session/services';

/** How long a button says what became of copying. */
const OUTCOME_SHOWN_MS = 2500;
/** Longer texts are not read aloud after copying. */
const MAX_SPOKEN = 20;

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
    announcement.set(spokenOutcome(isCopied, text));
  };
  return { outcome, copy };
}

function spokenOutcome(isCopied: boolean, text: string): string {
  if (!isCopied) {
    return t('copy.deniedWords');
  }
  return text.length <= MAX_SPOKEN ? t('copy.doneText', { text }) : t('copy.done');
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
