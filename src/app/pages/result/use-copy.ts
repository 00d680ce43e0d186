import { useEffect, useState } from 'react';
import { writeClipboard } from '../../base/browser/write-clipboard';
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

  const copy = async (key: string, texts: { readonly text: string; readonly html?: string }) => {
    const isCopied = await writeClipboard(texts);
    setOutcome({ key, isCopied });
    announcement.set(spokenOutcome(isCopied, texts.text));
  };
  return { outcome, copy };
}

function spokenOutcome(isCopied: boolean, text: string): string {
  if (!isCopied) {
    return t('copy.deniedWords');
  }
  return text.length <= MAX_SPOKEN ? t('copy.doneText', { text }) : t('copy.done');
}
