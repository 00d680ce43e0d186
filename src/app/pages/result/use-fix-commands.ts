import { useState } from 'react';
import type { Box } from '../../../contract/image';
import type { Recognition } from '../../../contract/recognition';
import type { Edit } from '../../../corrections/edit';
import { emptyDigit } from '../../../corrections/edit';
import {
  digitsOf,
  type FixedDigit,
  type FixedReading,
  findDigit,
  nextOpenCheck,
} from '../../../corrections/fixed-reading';
import { firstDifference, nextLook } from '../../../corrections/next-look';
import { around, boxAfter, halves, insidePicture } from '../../../corrections/placement';
import { type MessageId, t } from '../../base/i18n/i18n';
import { useServices } from '../../work/session/services';
import type { FixCommand } from './fix-keys';
import { spokenEdit } from './fix-words';
import { spokenReading } from './spoken-reading';
import type { Fixing } from './use-fixing';
import type { ReadPlaces } from './use-place-reader';

export interface FixCommands {
  /** null when there are no digits. */
  readonly selected: FixedDigit | null;
  readonly select: (id: number) => void;
  /** Does to the selected digit what a key or a button says. */
  readonly run: (command: FixCommand) => void;
  readonly addAt: (box: Box) => void;
  readonly apply: (edit: Edit) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** The reader is looking at a place. */
  readonly isBusy: boolean;
}

interface FixCommandsOptions {
  readonly recognition: Recognition;
  readonly fixing: Fixing;
  readonly readPlaces: ReadPlaces;
  /** The last open check was closed. */
  readonly onAllChecked: () => void;
}

/** The selected digit and everything that can be done to it; each correction leads on to the next digit to look at. */
export function useFixCommands({ recognition, fixing, readPlaces, onAllChecked }: FixCommandsOptions): FixCommands {
  const { announcement } = useServices();
  const { reading } = fixing;
  const [selectedId, select] = useState<number | null>(null);
  const [isBusy, setBusy] = useState(false);
  const chosen = selectedId === null ? null : findDigit(reading, selectedId);
  const selected = chosen ?? nextOpenCheck(reading, null) ?? digitsOf(reading)[0] ?? null;

  const apply = (edit: Edit) => {
    const after = fixing.edit(edit);
    const look = nextLook(reading, after, edit);
    select(look.id);
    announcement.set(spokenEdit(edit, reading, after, look.isAllChecked));
    if (look.isAllChecked) {
      onAllChecked();
    }
  };
  const step = (go: () => FixedReading, words: MessageId) => {
    const after = go();
    select(firstDifference(reading, after) ?? selected?.id ?? null);
    announcement.set(t(words, { reading: spokenReading(after) }));
  };
  const applyRead = async (boxes: readonly Box[], toEdit: (read: Awaited<ReturnType<ReadPlaces>>) => Edit) => {
    setBusy(true);
    const read = await readPlaces(boxes);
    setBusy(false);
    apply(toEdit(read));
  };
  const inPicture = (box: Box) => insidePicture(box, recognition.imageWidth, recognition.imageHeight);

  const run = (command: FixCommand) => {
    if (!selected || isBusy) {
      return;
    }
    const { id, box, label } = selected;
    switch (command.kind) {
      case 'replace':
        return apply({ kind: 'replace', id, label: command.label });
      case 'accept':
        return label === null ? announcement.set(t('spoken.typeFirst')) : apply({ kind: 'accept', id });
      case 'remove':
        return apply({ kind: 'remove', id });
      case 'add': {
        const place = inPicture(boxAfter(reading, id) ?? box) ?? box;
        return apply({ kind: 'add', digit: emptyDigit(place), after: id });
      }
      case 'split':
        return void applyRead(halves(box), ([left, right]) => ({ kind: 'split', id, parts: [left!, right!] }));
      case 'merge': {
        const next = rightNeighbor(reading, id);
        return next
          ? void applyRead([around(box, next.box)], ([whole]) => ({ kind: 'merge', id, whole: whole! }))
          : announcement.set(t('spoken.nothingRight'));
      }
    }
  };

  return {
    selected,
    select,
    run,
    addAt: (box) => {
      const place = inPicture(box);
      if (place && !isBusy) {
        void applyRead([place], ([digit]) => ({ kind: 'add', digit: digit!, after: null }));
      }
    },
    apply,
    undo: () => step(fixing.undo, 'spoken.undone'),
    redo: () => step(fixing.redo, 'spoken.redone'),
    isBusy,
  };
}

/** The next digit on the same line. */
export function rightNeighbor(reading: FixedReading, id: number): FixedDigit | null {
  const line = reading.lines.find((digits) => digits.some((digit) => digit.id === id)) ?? [];
  return line[line.findIndex((digit) => digit.id === id) + 1] ?? null;
}
