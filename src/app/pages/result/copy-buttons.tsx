import { Check, Copy } from 'lucide-react';
import { t } from '../../base/i18n/i18n';
import { Message } from '../../base/i18n/message';
import styles from './copy-buttons.module.css';
import { useCopy } from './use-copy';

/** One thing to copy. */
export interface Copyable {
  /** In the language that is shown, e.g. 'number' or 'all lines'. */
  readonly name: string;
  readonly text: string;
  /** The same as an HTML table, for spreadsheets. */
  readonly html?: string;
}

interface CopyButtonsProps {
  readonly items: readonly Copyable[];
  readonly isPrimary?: boolean;
}

/** A button for each thing to copy. */
export function CopyButtons({ items, isPrimary = false }: CopyButtonsProps) {
  const { outcome, copy } = useCopy();
  return items.map((item) => {
    const { name } = item;
    const result = outcome?.key === name ? outcome : null;
    return (
      <button
        key={name}
        type="button"
        className={isPrimary ? 'button button--primary button--compact' : 'button'}
        onClick={() => void copy(name, item)}
      >
        {result?.isCopied ? <Check size={20} aria-hidden /> : <Copy size={20} aria-hidden />}
        {result ? outcomeWords(result.isCopied) : <Invitation name={name} isShort={isPrimary} />}
      </button>
    );
  });
}

function outcomeWords(isCopied: boolean): string {
  return t(isCopied ? 'copy.done' : 'copy.denied');
}

function Invitation({ name, isShort }: { readonly name: string; readonly isShort: boolean }) {
  return (
    <span>
      <Message
        id="copy.words"
        values={{ what: name }}
        components={{ 0: <span className={isShort ? styles.what : undefined} /> }}
      />
    </span>
  );
}
