import { typedCharacter } from '../../../contract/characters';
import type { PressedKey } from '../../parts/page/history-keys';
import type { KeyRow } from '../../parts/page/keys-dialog';

/** What a key does to the tile that has the focus; Space selects it as wrong, as it presses any button. */
export type TileCommand =
  | { readonly kind: 'correct'; readonly code: string }
  | { readonly kind: 'accept-group' | 'remove' | 'open' | 'undo' | 'redo' }
  | { readonly kind: 'move'; readonly key: string };

export const CONTACT_KEYS: readonly KeyRow[] = [
  { keys: '← → ↑ ↓', words: 'contact.keys.move' },
  { keys: 'Space', words: 'contact.keys.pick' },
  { keys: '0–9 . , /', words: 'contact.keys.type' },
  { keys: 'Enter', words: 'contact.keys.accept' },
  { keys: 'Del', words: 'contact.keys.remove' },
  { keys: 'O', words: 'contact.keys.open' },
  { keys: 'Ctrl Z', words: 'contact.keys.undo' },
  { keys: 'Ctrl Shift Z', words: 'contact.keys.redo' },
];

const KEYS: Readonly<Record<string, 'accept-group' | 'remove' | 'open'>> = {
  enter: 'accept-group',
  delete: 'remove',
  backspace: 'remove',
  o: 'open',
};

/**
 * @param takesLetters a letter corrects the tile, as a digit does everywhere
 * @returns null where a key means nothing here
 */
export function tileCommandOf(
  { key, ctrlKey, metaKey, altKey }: Omit<PressedKey, 'shiftKey'>,
  takesLetters: boolean,
): TileCommand | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (/^(Arrow|Home$|End$)/.test(key)) return { kind: 'move', key };
  const typed = typedCharacter(key, takesLetters);
  if (typed) return { kind: 'correct', code: typed.code };
  const kind = KEYS[key.toLowerCase()];
  return kind ? { kind } : null;
}
