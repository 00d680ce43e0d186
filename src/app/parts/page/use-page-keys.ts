import { useEffect, useEffectEvent } from 'react';

/** What a key does on a page wherever the focus is, unless something there has a use for the key itself. */
export type PageKeys = Readonly<Record<string, (() => void) | undefined>>;

const TYPING = 'input, textarea, select, [contenteditable]';
/** Whatever else has the focus answers Enter itself. */
const NOWHERE = 'body, main, h1';

/** Keys of a page by their names in small letters, e.g. 'pagedown'; Enter only where the focus is on nothing that it would press. */
export function usePageKeys(keys: PageKeys): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const action = keys[event.key.toLowerCase()];
    const target = event.target instanceof Element ? event.target : document.body;
    const isFree = event.key === 'Enter' ? target.matches(NOWHERE) : !target.matches(TYPING);
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented && !event.repeat;
    if (!action || !isFree || !isPlain || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}
