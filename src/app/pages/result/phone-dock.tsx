import { type ReactNode, useState } from 'react';
import { LETTER_CODES, MARK_CODES } from '../../../contract/characters';
import { t } from '../../base/i18n/i18n';
import { CharacterKey, type FixActions, MoreButton, ToolButton } from './fix-controls';
import styles from './phone-dock.module.css';

/** Two rows for the thumb; the other marks and tools come with 'more'. */
const KEYS = [...'12345.67890,'];
const OTHER_MARKS = MARK_CODES.filter((code) => !KEYS.includes(code));

interface PhoneDockProps {
  readonly actions: FixActions;
  /** The selected character, large. */
  readonly crop: ReactNode;
}

/** Keypad and tools at the bottom edge of a phone, with the selected digit above them: one thumb reaches all. */
export function PhoneDock({ actions, crop }: PhoneDockProps) {
  const [isOpen, setOpen] = useState(false);
  const keys = (characters: readonly string[]) => (
    <div className={styles.pad} dir="ltr">
      {characters.map((character) => (
        <CharacterKey key={character} character={character} actions={actions} />
      ))}
    </div>
  );
  return (
    <section className={styles.dock} data-dock aria-label={t('fix.title')} aria-busy={actions.isBusy}>
      <div className={styles.crop}>{crop}</div>
      {isOpen && (
        <div className={styles.more}>
          {keys(actions.takesLetters ? LETTER_CODES : OTHER_MARKS)}
          <div className={styles.tools}>
            <ToolButton tool="add" actions={actions} />
            <ToolButton tool="split" actions={actions} />
            <ToolButton tool="merge" actions={actions} />
          </div>
        </div>
      )}
      {keys(KEYS)}
      <div className={styles.tools}>
        <ToolButton tool="undo" actions={actions} />
        <ToolButton tool="redo" actions={actions} />
        <ToolButton tool="remove" actions={actions} />
        <MoreButton isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />
        <ToolButton tool="accept" actions={actions} />
      </div>
    </section>
  );
}
