import { createContext, useContext } from 'react';

/** The ways in which pictures come in; every page offers the same. */
export interface Intake {
  /** Reads the files and shows the result, or the history when there are several. */
  readonly take: (files: readonly File[]) => void;
  /** Somebody is about to hand in a picture: loads the models ahead. */
  readonly expect: () => void;
  readonly openPicker: () => void;
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
