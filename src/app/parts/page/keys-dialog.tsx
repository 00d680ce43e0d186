import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { type MessageId, t } from '../../base/i18n/i18n';
import styles from './keys-dialog.module.css';

export interface KeyRow {
  /** As they stand on a keyboard. */
  readonly keys: string;
  /** What they do. */
  readonly words: MessageId;
}

interface KeysDialogProps {
  readonly keys: readonly KeyRow[];
  readonly onClose: () => void;
}

/** The keys of a page, over it; Escape and a press beside it close it. */
export function KeysDialog({ keys, onClose }: KeysDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => (before as HTMLElement | null)?.focus?.({ preventScroll: true });
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same
    <dialog
      ref={dialog}
      className={`sheet ${styles.dialog}`}
      aria-labelledby="keys-title"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <div className={styles.head}>
        <h2 id="keys-title">{t('shell.keys')}</h2>
        <button
          type="button"
          className="button button--quiet button--icon"
          aria-label={t('shell.keys.close')}
          onClick={() => dialog.current?.close()}
        >
          <X size={20} aria-hidden />
        </button>
      </div>
      <dl className={styles.keys}>
        {keys.map((row) => (
          <div key={row.words}>
            <dt>
              <kbd>{row.keys}</kbd>
            </dt>
            <dd>{t(row.words)}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  );
}
