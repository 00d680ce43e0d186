import { t } from '../../base/i18n/i18n';
import styles from './key-hints.module.css';

const HINTS = [
  { keys: '0–9 . , /', words: 'keys.correct' },
  { keys: 'Enter', words: 'keys.accept' },
  { keys: 'Tab', words: 'keys.next' },
  { keys: 'Del', words: 'keys.remove' },
  { keys: 'Ins', words: 'keys.add' },
  { keys: 'S', words: 'keys.split' },
  { keys: 'M', words: 'keys.merge' },
  { keys: 'A', words: 'keys.otherReading' },
  { keys: 'Ctrl Z', words: 'keys.undo' },
  { keys: 'Esc', words: 'keys.leave' },
] as const;

/** The keys that work while a digit has the focus. */
export function KeyHints() {
  return (
    <ul className={`${styles.hints} for-mouse`} aria-label={t('keys.title')}>
      {HINTS.map(({ keys, words }) => (
        <li key={keys}>
          <kbd>{keys}</kbd> {t(words)}
        </li>
      ))}
    </ul>
  );
}
