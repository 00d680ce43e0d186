import { ChevronDown, type LucideIcon } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import styles from './menu.module.css';

export interface MenuItem {
  readonly id: string;
  readonly name: string;
  /** What it does, in a few words; absent where the name says it. */
  readonly words?: string;
  /** Whether it is there and cannot be chosen now. */
  readonly isOff?: boolean;
  readonly onChoose: () => void;
}

interface MenuProps {
  readonly name: string;
  readonly Icon: LucideIcon;
  readonly isPrimary?: boolean;
  /** Whether narrow screens show the icon alone. */
  readonly isCompact?: boolean;
  readonly items: readonly MenuItem[];
}

/** A button that opens a list of things to do. */
export function Menu({ name, Icon, isPrimary = false, isCompact = !isPrimary, items }: MenuProps) {
  const menu = useRef<HTMLDetailsElement>(null);
  useClosing(menu);
  // What is opened with a key goes on with keys.
  const focusFirst = () => menu.current?.open && menu.current.querySelector('button')?.focus({ preventScroll: true });
  return (
    <details className={styles.menu} ref={menu} onToggle={focusFirst} onKeyDown={onArrow}>
      <summary className={`button ${isPrimary ? 'button--primary' : isCompact ? 'button--compact' : ''}`}>
        <Icon size={20} aria-hidden />
        <span>{name}</span>
        <ChevronDown className={styles.arrow} size={16} aria-hidden />
      </summary>
      <ul className={`${styles.list} sheet`}>
        {items.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              className={styles.item}
              aria-disabled={item.isOff || undefined}
              onClick={() => {
                if (item.isOff) return;
                menu.current?.removeAttribute('open');
                menu.current?.querySelector('summary')?.focus();
                item.onChoose();
              }}
            >
              {item.words ? (
                <>
                  <strong>{item.name}</strong> <span>{item.words}</span>
                </>
              ) : (
                item.name
              )}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Up and down lead from one item to the next. */
function onArrow(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const items = [...event.currentTarget.querySelectorAll('button')];
  const at = items.indexOf(document.activeElement as HTMLButtonElement);
  if (step === 0 || at < 0) return;
  event.preventDefault();
  items[(at + step + items.length) % items.length]?.focus();
}

/** Closes the menu on Escape and with a press elsewhere. */
function useClosing(menu: RefObject<HTMLDetailsElement | null>): void {
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
