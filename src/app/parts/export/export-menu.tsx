import { ChevronDown, Download } from 'lucide-react';
import { useEffect, useRef } from 'react';
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
  readonly onChoose: (format: ExportFormat) => void;
}

/** A button that opens the list of formats. */
export function ExportMenu({ count, onChoose }: ExportMenuProps) {
  const menu = useRef<HTMLDetailsElement>(null);
  useClosing(menu);
  return (
    <details className={styles.menu} ref={menu}>
      <summary className="button button--compact">
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

/** Closes the menu on Escape and with a press elsewhere. */
function useClosing(menu: React.RefObject<HTMLDetailsElement | null>): void {
  useEffect(() => {
    const close = () => menu.current?.removeAttribute('open');
    const onPress = (event: Event) => {
      if (!menu.current?.contains(event.target as Node)) {
        close();
      }
    };
    const onKey = (event: KeyboardEvent) => {
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
