import { t } from '../../base/i18n/i18n';
import type { KeyRow } from '../../parts/page/keys-dialog';
import styles from './key-hints.module.css';

/** The keys that work while a digit has the focus. */
const HINTS: readonly KeyRow[] = [
  { keys: '0–9 . , /', words: 'keys.correct' },
  { keys: 'Enter', words: 'keys.accept' },
  { keys: 'Del', words: 'keys.remove' },
  { keys: 'Ins', words: 'keys.add' },
  { keys: 'S', words: 'keys.split' },
  { keys: 'M', words: 'keys.merge' },
  { keys: 'A', words: 'keys.otherReading' },
  { keys: 'Ctrl Z', words: 'keys.undo' },
  { keys: '?', words: 'keys.help' },
];

/** Where letters are typed they are no keys of their own. */
const LETTER_HINTS: readonly KeyRow[] = [
  { keys: 'A–Z 0–9', words: 'keys.correct' },
  ...HINTS.slice(1).filter(({ keys }) => !/^[A-Z]$/.test(keys)),
];

/** All keys of the page, as '?' shows them. */
export const RESULT_KEYS: readonly KeyRow[] = [
  ...HINTS,
  { keys: 'D', words: 'keys.nextScript' },
  { keys: '← → ↑ ↓', words: 'keys.move' },
  { keys: 'N, P', words: 'keys.nextCheck' },
  { keys: 'Page Up, Page Down', words: 'keys.pictures' },
  { keys: 'Enter', words: 'keys.onward' },
  { keys: 'Ctrl Shift Z', words: 'keys.redo' },
  { keys: 'Esc', words: 'keys.leave' },
];

/** All keys of the page of a picture with a table. */
export const SHEET_KEYS: readonly KeyRow[] = [
  { keys: '← → ↑ ↓', words: 'keys.sheet.move' },
  { keys: 'Home, End', words: 'keys.sheet.ends' },
  { keys: 'Ctrl Home, Ctrl End', words: 'keys.sheet.corners' },
  { keys: '0–9 . , /', words: 'keys.sheet.type' },
  { keys: 'F2', words: 'keys.sheet.edit' },
  { keys: 'Del', words: 'keys.sheet.clear' },
  { keys: 'Enter', words: 'keys.sheet.enter' },
  { keys: 'Tab', words: 'keys.sheet.leave' },
  { keys: 'Ctrl Z', words: 'keys.undo' },
  { keys: 'Ctrl Shift Z', words: 'keys.redo' },
  { keys: 'Page Up, Page Down', words: 'keys.pictures' },
];

/** The most used keys in view. */
export function KeyHints({ takesLetters }: { readonly takesLetters: boolean }) {
  return (
    <ul className={`${styles.hints} for-mouse`} aria-label={t('keys.title')}>
      {(takesLetters ? LETTER_HINTS : HINTS).map(({ keys, words }) => (
        <li key={keys}>
          <kbd>{keys}</kbd> {t(words)}
        </li>
      ))}
    </ul>
  );
}
