import { createContext, useContext } from 'react';
import type { DroppedFiles } from './folder-files';
import type { GivenText } from './given-text';

/** The ways in which pictures come in; every page offers the same. */
export interface Intake {
  /** Reads the files and shows the result, or the batch when there are several. */
  readonly take: (files: readonly File[]) => void;
  /** The same for what came with folders; says what was left out. */
  readonly takeDropped: (dropped: DroppedFiles) => void;
  /** Takes the pictures in pasted or dropped text; where there are none, says what to do instead. */
  readonly takeText: (given: GivenText) => void;
  /** Somebody is about to hand in a picture: loads the models ahead. */
  readonly expect: () => void;
  readonly openPicker: () => void;
  /** null where the browser cannot choose folders. */
  readonly openFolderPicker: (() => void) | null;
  readonly openCamera: () => void;
}

export const IntakeContext = createContext<Intake | null>(null);

export function useIntake(): Intake {
  const intake = useContext(IntakeContext);
  if (!intake) {
    throw new Error('useIntake needs an IntakeProvider around it');
  }
  return intake;
}
