import { ChevronDown, Download } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { t } from '../../base/i18n/i18n';
import styles from './export-menu.module.css';
import type { ExportFormat } from './export-pictures';

/** One row a way out; the menu iterates this table. */
const FORMATS: readonly { readonly format: ExportFormat; readonly isForOne: boolean }[] = [
  { format: 'xlsx', isForOne: false },
  { format: 'csv', isForOne: false },
  { format: 'csv-numbers', isForOne: false },
  { format: 'csv-details', isForOne: false },
  { format: 'json', isForOne: false },
  { format: 'png', isForOne: true },
  { format: 'zip', isForOne: false },
];

interface ExportMenuProps {
  /** How many pictures would be exported. */
  readonly count: number;
  readonly isPrimary?: boolean;
  readonly onChoose: (format: ExportFormat) => void;
}

/** A button that opens the list of formats. */
export function ExportMenu({ count, isPrimary = false, onChoose }: ExportMenuProps) {
  const menu = useRef<HTMLDetailsElement>(null);
  useClosing(menu);
  // What is opened with a key goes on with keys.
  const focusFirst = () => menu.current?.open && menu.current.querySelector('button')?.focus({ preventScroll: true });
  return (
    <details className={styles.menu} ref={menu} onToggle={focusFirst} onKeyDown={onArrow}>
      <summary className={`button ${isPrimary ? 'button--primary' : 'button--compact'}`}>
        <Download size={20} aria-hidden />
        <span>{t('out.export')}</span>
        <ChevronDown className={styles.arrow} size={16} aria-hidden />
      </summary>
      <ul className={`${styles.list} sheet`}>
        {FORMATS.filter((row) => count === 1 || !row.isForOne).map(({ format }) => (
          <li key={format}>
            <button
              type="button"
              className={styles.item}
              onClick={() => {
                menu.current?.removeAttribute('open');
                menu.current?.querySelector('summary')?.focus();
                onChoose(format);
              }}
            >
              <strong>{t(`out.${format}`)}</strong> <span>{t(`out.${format}.words`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Up and down lead from one format to the next. */
function onArrow(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const items = [...event.currentTarget.querySelectorAll('button')];
  const at = items.indexOf(document.activeElement as HTMLButtonElement);
  if (step === 0 || at < 0) return;
  event.preventDefault();
  items[(at + step + items.length) % items.length]?.focus();
}

/** Closes the menu on Escape and with a press elsewhere. */
function useClosing(menu: React.RefObject<HTMLDetailsElement | null>): void {
  useEffect(() => {
    const close = () => menu.current?.removeAttribute('open');
    const onPress = (event: Event) => {
      if (!menu.current?.contains(event.target as Node)) {
        close();
      }
    };
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key === 'Escape' && menu.current?.open) {
        close();
        menu.current.querySelector('summary')?.focus();
      }
    };
    document.addEventListener('pointerdown', onPress);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPress);
      document.removeEventListener('keydown', onKey);
    };
  }, [menu]);
}
