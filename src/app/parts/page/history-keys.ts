import { useEffect, useEffectEvent } from 'react';

/** A key as an event tells it. */
export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
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

/**
 * Undo and redo work wherever the focus is, except where text is typed.
 *
 * @param undo null where there is nothing to undo: the key is left to the browser
 */
export function useHistoryKeys(undo: (() => void) | null, redo: (() => void) | null): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const isTyping = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox';
    const step = isTyping || event.target instanceof HTMLTextAreaElement ? null : historyStepOf(event);
    const go = step && { undo, redo }[step];
    if (!go) return;
    event.preventDefault();
    go();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}
