import { useState } from 'react';
import { LETTER_CODES, MARK_CODES } from '../../../contract/characters';
import { CharacterKey, type FixActions, MoreButton } from './fix-controls';
import styles from './mark-pad.module.css';

/** What most numbers need; the others come with 'more'. */
const USUAL = ['.', ',', '-', '/', '%'] as const;
const RARE = MARK_CODES.filter((code) => !USUAL.some((usual) => usual === code));

/** The marks of numbers, or the letters of codes, by touch or mouse, as the pad has the digits. */
export function MarkPad({ actions }: { readonly actions: FixActions }) {
  const [isOpen, setOpen] = useState(false);
  const usual: readonly string[] = actions.takesLetters ? LETTER_CODES : USUAL;
  const rare: readonly string[] = actions.takesLetters ? MARK_CODES : RARE;
  const shown = isOpen ? [...usual, ...rare] : usual;
  return (
    <div className={styles.marks}>
      {shown.map((mark) => (
        <CharacterKey key={mark} character={mark} actions={actions} />
      ))}
      <MoreButton isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />
    </div>
  );
}
