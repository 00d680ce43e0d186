import {
  BetweenVerticalStart,
  Check,
  Ellipsis,
  Redo2,
  SquareSplitHorizontal,
  TableCellsMerge,
  Trash2,
  Undo2,
} from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { MARK_CODES } from '../../../contract/characters';
import { t } from '../../base/i18n/i18n';
import { characterName } from './character-words';
import { type FixToolbarProps, Tool } from './fix-toolbar';
import styles from './phone-dock.module.css';

/** Two rows for the thumb; the other marks come with 'more'. */
const KEYS = [...'12345.67890,'];
const OTHER_MARKS = MARK_CODES.filter((code) => !KEYS.includes(code));

interface PhoneDockProps extends FixToolbarProps {
  /** The selected character, large. */
  readonly crop: ReactNode;
}

/** Keypad and tools at the bottom edge of a phone, with the selected digit above them: one thumb reaches all. */
export function PhoneDock({ crop, ...props }: PhoneDockProps) {
  const { code, canMerge, canUndo, canRedo, isAdding, isBusy, onCommand } = props;
  const [isOpen, setOpen] = useState(false);
  const key = (character: string) => (
    <button
      key={character}
      type="button"
      className={styles.key}
      aria-label={t('fix.itIs', { digit: characterName(character) })}
      aria-pressed={character === code}
      aria-disabled={isBusy || undefined}
      onClick={() => !isBusy && onCommand({ kind: 'replace', code: character })}
    >
      {character}
    </button>
  );
  return (
    <section className={styles.dock} data-dock aria-label={t('fix.title')} aria-busy={isBusy}>
      <div className={styles.crop}>{crop}</div>
      {isOpen && (
        <div className={styles.more}>
          <div className={styles.pad}>{OTHER_MARKS.map(key)}</div>
          <div className={styles.tools}>
            <Tool
              name={t('fix.add')}
              keys="Insert"
              Icon={BetweenVerticalStart}
              isPressed={isAdding}
              onUse={props.onToggleAdding}
            />
            <Tool
              name={t('fix.split')}
              keys="S"
              Icon={SquareSplitHorizontal}
              isOff={isBusy}
              onUse={() => onCommand({ kind: 'split' })}
            />
            <Tool
              name={t('fix.merge')}
              keys="M"
              Icon={TableCellsMerge}
              isOff={isBusy || !canMerge}
              onUse={() => onCommand({ kind: 'merge' })}
            />
          </div>
        </div>
      )}
      <div className={styles.pad}>{KEYS.map(key)}</div>
      <div className={styles.tools}>
        <Tool name={t('fix.undo')} keys="Control+Z" Icon={Undo2} isOff={!canUndo} onUse={props.onUndo} />
        <Tool name={t('fix.redo')} keys="Control+Shift+Z" Icon={Redo2} isOff={!canRedo} onUse={props.onRedo} />
        <Tool
          name={t('fix.remove')}
          keys="Delete"
          Icon={Trash2}
          isOff={isBusy}
          onUse={() => onCommand({ kind: 'remove' })}
        />
        <button type="button" className={styles.opener} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <Ellipsis size={20} aria-hidden />
          {t(isOpen ? 'fix.fewerMarks' : 'fix.moreMarks')}
        </button>
        <Tool
          name={t('fix.accept')}
          keys="Enter"
          Icon={Check}
          isOff={isBusy}
          onUse={() => onCommand({ kind: 'accept' })}
        />
      </div>
    </section>
  );
}
