import { Check, Copy, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { useServices } from '../state/services';
import { BackLink } from './back-link';

interface ResultHeadProps {
  readonly id: string;
  readonly name: string;
  /** '' as long as there is nothing to copy. */
  readonly text: string;
}

/** The way back, the file's name, and what can be done with the result. */
export function ResultHead({ id, name, text }: ResultHeadProps) {
  const { queue, trash } = useServices();
  const [, navigate] = useLocation();
  const remove = async () => {
    queue.cancelOnly([id]);
    await queue.settled([id]);
    await trash.delete([{ id, name }]);
    navigate('/history');
    queue.forget(id);
  };
  return (
    <div className="result__head">
      <BackLink />
      <h1 className="result__name" tabIndex={-1} title={name}>
        {name}
      </h1>
      <div className="actions">
        {text !== '' && <CopyButton text={text} />}
        <button type="button" className="button button--compact" onClick={() => void remove()}>
          <Trash2 size={20} aria-hidden />
          <span>Delete</span>
        </button>
      </div>
    </div>
  );
}

function CopyButton({ text }: { readonly text: string }) {
  const { announcement } = useServices();
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'denied'>('none');

  useEffect(() => {
    if (outcome !== 'none') {
      const timer = setTimeout(() => setOutcome('none'), 2500);
      return () => clearTimeout(timer);
    }
    return undefined;
  }, [outcome]);

  const copy = async () => {
    const copied = await copyText(text);
    setOutcome(copied ? 'copied' : 'denied');
    announcement.set(copied ? 'Copied' : 'The browser did not allow copying');
  };
  return (
    <button type="button" className="button button--primary" onClick={() => void copy()}>
      {outcome === 'copied' ? <Check size={20} aria-hidden /> : <Copy size={20} aria-hidden />}
      {outcome === 'none' ? 'Copy number' : outcome === 'copied' ? 'Copied' : 'Not allowed'}
    </button>
  );
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
