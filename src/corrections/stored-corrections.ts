import type { Recognition } from '../contract/recognition';
import { type Corrections, noCorrections } from './corrections';
import type { Edit, NewCharacter, TableEdit } from './edit';

/** Corrections as they are kept, with the version of their form. */
export interface VersionedCorrections {
  readonly version: number;
  readonly value: unknown;
}

/** An edit of version 1, which knew digits alone and named them by their values. */
export type EditOfVersion1 =
  | Exclude<
      Edit,
      {
        readonly kind:
          | 'replace'
          | 'add'
          | 'relabel'
          | 'accept-number'
          | 'read-as'
          | 'rewrite'
          | 'write'
          | 'clear'
          | 'leave-out'
          | TableEdit['kind'];
      }
    >
  | { readonly kind: 'replace'; readonly id: number; readonly label: number }
  | { readonly kind: 'add'; readonly digit: NewCharacter; readonly after: number | null }
  | { readonly kind: 'relabel'; readonly labels: readonly { readonly id: number; readonly label: number }[] };

export interface CorrectionsOfVersion1 extends Omit<Corrections, 'edits' | 'undone'> {
  readonly edits: readonly EditOfVersion1[];
  readonly undone: readonly EditOfVersion1[];
}

/** @returns the corrections kept with a reading; none when they are of another reading or of a version to come */
export function storedCorrections(recognition: Recognition, stored: VersionedCorrections | null): Corrections {
  const none = noCorrections(recognition);
  const corrections = stored && upgradeCorrections(stored);
  return corrections?.base === none.base ? corrections : none;
}

/** @returns corrections of any version in today's form; null for a version to come */
export function upgradeCorrections({ version, value }: VersionedCorrections): Corrections | null {
  switch (version) {
    case 1: {
      const old = value as CorrectionsOfVersion1;
      return { ...old, edits: old.edits.map(upgraded), undone: old.undone.map(upgraded) };
    }
    case 2:
      return value as Corrections;
    default:
      return null;
  }
}

function upgraded(edit: EditOfVersion1): Edit {
  switch (edit.kind) {
    case 'replace':
      return { kind: 'replace', id: edit.id, code: String(edit.label) };
    case 'add':
      return { kind: 'add', character: edit.digit, after: edit.after };
    case 'relabel':
      return { kind: 'relabel', codes: edit.labels.map(({ id, label }) => ({ id, code: String(label) })) };
    default:
      return edit;
  }
}
