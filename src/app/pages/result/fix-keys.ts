import { typedCharacter } from '../../../contract/characters';

/** What can be done with the selected digit. */
export type FixCommand =
  | { readonly kind: 'replace'; readonly code: string }
  | { readonly kind: 'accept' | 'remove' | 'add' | 'split' | 'merge' | 'other-reading' | 'leave' | 'copy' }
  | { readonly kind: 'previous-check' | 'next-check' | 'previous-picture' | 'next-picture' };

/** A key as an event tells it. */
export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** One row a key. They work while a digit has the focus; letters as well in capitals. */
const KEYS: Readonly<Record<string, FixCommand['kind']>> = {
  enter: 'accept',
  delete: 'remove',
  backspace: 'remove',
  insert: 'add',
  i: 'add',
  s: 'split',
  m: 'merge',
  a: 'other-reading',
  n: 'next-check',
  p: 'previous-check',
  escape: 'leave',
  pageup: 'previous-picture',
  pagedown: 'next-picture',
};

/** @returns what a key means while a digit has the focus; null when it means nothing here */
export function commandOf({ key, ctrlKey, metaKey, altKey }: PressedKey): FixCommand | null {
  const isWithModifier = ctrlKey || metaKey;
  if (isWithModifier && !altKey && key.toLowerCase() === 'c') return { kind: 'copy' };
  if (isWithModifier || altKey) return null;
  const typed = typedCharacter(key);
  if (typed) return { kind: 'replace', code: typed.code };
  const kind = KEYS[key.toLowerCase()];
  return kind ? ({ kind } as FixCommand) : null;
}

/** @returns whether a key undoes or does again, wherever the focus is; null when it means neither */
export function historyStepOf({ key, ctrlKey, metaKey, altKey, shiftKey }: PressedKey): 'undo' | 'redo' | null {
  if ((!ctrlKey && !metaKey) || altKey) return null;
  switch (key.toLowerCase()) {
    case 'z':
      return shiftKey ? 'redo' : 'undo';
    case 'y':
      return shiftKey ? null : 'redo';
    default:
      return null;
  }
}
