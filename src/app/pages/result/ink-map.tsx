import { Layers } from 'lucide-react';
import { INK_KINDS, type OtherInk } from '../../../contract/recognition';
import { t } from '../../base/i18n/i18n';
import { InkSign } from '../../parts/picture/ink-sign';
import styles from './ink-map.module.css';

interface InkMapProps {
  readonly otherInk: readonly OtherInk[];
  readonly isShown: boolean;
  readonly onToggle: () => void;
}

/** Switches the map of all other ink on and off, and says what is on it. */
export function InkMap({ otherInk, isShown, onToggle }: InkMapProps) {
  const found = INK_KINDS.map((kind) => ({ kind, count: otherInk.filter((ink) => ink.kind === kind).length })).filter(
    ({ count }) => count > 0,
  );
  if (found.length === 0) return null;
  return (
    <div className={styles.map}>
      <button type="button" className="button" aria-pressed={isShown} onClick={onToggle}>
        <Layers size={20} aria-hidden />
        {t('ink.title')}
      </button>
      {isShown && (
        <ul className={styles.kinds} aria-label={t('ink.title')}>
          {found.map(({ kind, count }) => (
            <li key={kind}>
              <svg className={styles.sign} viewBox="0 0 28 20" aria-hidden>
                <InkSign kind={kind} box={{ x: 3, y: 3, width: 22, height: 14 }} />
              </svg>
              {t(`ink.${kind}`, { count })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
