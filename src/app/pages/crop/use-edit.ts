import { useState } from 'react';
import type { PictureEdit } from './picture-edit';

interface Edits {
  readonly edit: PictureEdit;
  readonly past: readonly PictureEdit[];
}

/** The edit with its steps, to be undone one by one. */
export function useEdit(start: PictureEdit) {
  const [{ edit, past }, setEdits] = useState<Edits>({ edit: start, past: [] });
  /** @param isStep false while a movement goes on: it is one step */
  const change = (next: PictureEdit, isStep = true) => setEdits({ edit: next, past: isStep ? [...past, edit] : past });
  const undo = () => setEdits({ edit: past.at(-1) ?? edit, past: past.slice(0, -1) });
  return { edit, change, undo: past.length > 0 ? undo : null };
}
