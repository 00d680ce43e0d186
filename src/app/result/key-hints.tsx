const HINTS = [
  { keys: '0–9', words: 'correct' },
  { keys: 'Enter', words: 'accept' },
  { keys: 'Tab', words: 'next' },
  { keys: 'Del', words: 'remove' },
  { keys: 'Ins', words: 'add' },
  { keys: 'S', words: 'split' },
  { keys: 'M', words: 'merge' },
  { keys: 'Ctrl Z', words: 'undo' },
  { keys: 'Esc', words: 'leave' },
] as const;

/** The keys that work while a digit has the focus. */
export function KeyHints() {
  return (
    <ul className="key-hints for-mouse" aria-label="Keys for the selected digit">
      {HINTS.map(({ keys, words }) => (
        <li key={keys}>
          <kbd>{keys}</kbd> {words}
        </li>
      ))}
    </ul>
  );
}
