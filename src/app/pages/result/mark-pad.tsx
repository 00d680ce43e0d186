import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { MARK_CODES } from '../../../contract/characters';
import { t } from '../../base/i18n/i18n';
import { characterName } from './character-words';
import type { FixCommand } from './fix-keys';
import styles from './mark-pad.module.css';

/** What most numbers need; the others come with 'more'. */
const USUAL = ['.', ',', '-', '/', '%'] as const;
const RARE = MARK_CODES.filter((code) => !USUAL.some((usual) => usual === code));

interface MarkPadProps {
  /** What stands there; null for a blank. */
  readonly code: string | null;
  readonly isOff: boolean;
  readonly onCommand: (command: FixCommand) => void;
}

/** The marks of numbers by touch or mouse, as the pad has the digits. */
export function MarkPad({ code, isOff, onCommand }: MarkPadProps) {
  const [isOpen, setOpen] = useState(false);
  const shown: readonly string[] = isOpen ? [...USUAL, ...RARE] : USUAL;
  return (
    <div className={styles.marks}>
      {shown.map((mark) => (
        <button
          key={mark}
          type="button"
          className={styles.key}
          aria-label={t('fix.itIs', { digit: characterName(mark) })}
          aria-pressed={mark === code}
          aria-disabled={isOff || undefined}
          onClick={() => !isOff && onCommand({ kind: 'replace', code: mark })}
        >
          {mark}
        </button>
      ))}
      <button type="button" className={styles.more} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Ellipsis size={20} aria-hidden />
        {t(isOpen ? 'fix.fewerMarks' : 'fix.moreMarks')}
      </button>
    </div>
  );
}
