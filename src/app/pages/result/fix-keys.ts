import { typedCharacter } from '../../../contract/characters';
import type { PressedKey } from '../../parts/page/history-keys';

/** What can be done with the selected digit. */
export type FixCommand =
  | { readonly kind: 'replace'; readonly code: string }
  | {
      readonly kind:
        | 'accept'
        | 'remove'
        | 'add'
        | 'split'
        | 'merge'
        | 'other-reading'
        | 'next-script'
        | 'leave'
        | 'copy';
    }
  | { readonly kind: 'previous-check' | 'next-check' | 'previous-picture' | 'next-picture' };

/** One row a key. They work while a digit has the focus; letters as well in capitals, and not where codes with letters are typed. */
const KEYS: Readonly<Record<string, FixCommand['kind']>> = {
  enter: 'accept',
  delete: 'remove',
  backspace: 'remove',
  insert: 'add',
  i: 'add',
  s: 'split',
  m: 'merge',
  a: 'other-reading',
  d: 'next-script',
  n: 'next-check',
  p: 'previous-check',
  escape: 'leave',
  pageup: 'previous-picture',
  pagedown: 'next-picture',
};

/**
 * @param takesLetters a letter replaces the character, as a digit does everywhere
 * @returns what a key means while a digit has the focus; null when it means nothing here
 */
export function commandOf({ key, ctrlKey, metaKey, altKey }: PressedKey, takesLetters: boolean): FixCommand | null {
  const isWithModifier = ctrlKey || metaKey;
  if (isWithModifier && !altKey && key.toLowerCase() === 'c') return { kind: 'copy' };
  if (isWithModifier || altKey) return null;
  const typed = typedCharacter(key, takesLetters);
  if (typed) return { kind: 'replace', code: typed.code };
  const kind = KEYS[key.toLowerCase()];
  return kind ? ({ kind } as FixCommand) : null;
}
