import { useEffect } from 'react';
import { type GivenText, givenText } from './given-text';
import { isTypedInto } from './is-typed-into';

/** Takes files and copied pictures that are pasted anywhere on the page, and text that is pasted beside the fields. */
export function usePaste(onFiles: (files: readonly File[]) => void, onText: (given: GivenText) => void): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length > 0) {
        event.preventDefault();
        onFiles(files);
        return;
      }
      const given = isTypedInto(event.target) ? null : givenText(event.clipboardData);
      if (given) {
        event.preventDefault();
        onText(given);
      }
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [onFiles, onText]);
}
