import { useState } from 'react';
import type { Box } from '../../../contract/image';
import type { NumeralScriptId } from '../../../contract/numeral-scripts';
import type { Recognition } from '../../../contract/recognition';
import type { Edit } from '../../../corrections/edit';
import { emptyCharacter } from '../../../corrections/edit';
import {
  type FixedNumber,
  nextOpenCheck,
  numberAround,
  openChecks,
  previousOpenCheck,
} from '../../../corrections/fixed-number';
import {
  charactersOf,
  type FixedCharacter,
  type FixedReading,
  findCharacter,
  isDigit,
} from '../../../corrections/fixed-reading';
import { firstDifference, nextLook } from '../../../corrections/next-look';
import { boxAfter, halves, insidePicture } from '../../../corrections/placement';
import { boxAround } from '../../../imaging/box';
import { type MessageId, t } from '../../base/i18n/i18n';
import { useServices } from '../../work/session/services';
import type { FixCommand } from './fix-keys';
import { spokenEdit } from './fix-words';
import { spokenReading } from './spoken-reading';
import type { Fixing } from './use-fixing';
import type { ReadPlaces } from './use-place-reader';

export interface FixCommands {
  /** null when there are no digits. */
  readonly selected: FixedCharacter | null;
  readonly select: (id: number) => void;
  /** Does to the selected digit what a key or a button says. */
  readonly run: (command: FixCommand) => void;
  readonly addAt: (box: Box) => void;
  /** @returns the reading after it */
  readonly apply: (edit: Edit) => FixedReading;
  readonly undo: () => void;
  readonly redo: () => void;
  /** The reader is looking at a place. */
  readonly isBusy: boolean;
}

interface FixCommandsOptions {
  readonly recognition: Recognition;
  readonly fixing: Fixing;
  readonly readPlaces: ReadPlaces;
  /** The last open check was closed, or nothing was open. */
  readonly onAllChecked: () => void;
  /** Nothing tells which script is next. */
  readonly onChooseScript: () => void;
}

/** The selected digit and everything that can be done to it; each correction leads on to the next digit to look at. */
export function useFixCommands(options: FixCommandsOptions): FixCommands {
  const { recognition, fixing, readPlaces, onAllChecked, onChooseScript } = options;
  const { announcement } = useServices();
  const { reading } = fixing;
  const [selectedId, select] = useState<number | null>(null);
  const [isBusy, setBusy] = useState(false);
  const chosen = selectedId === null ? null : findCharacter(reading, selectedId);
  const selected = chosen ?? nextOpenCheck(reading, null) ?? charactersOf(reading)[0] ?? null;

  const apply = (edit: Edit) => {
    const after = fixing.edit(edit);
    const look = nextLook(reading, after, edit);
    // A change of a table leaves the selection where it is.
    if (look.id !== null) select(look.id);
    announcement.set(spokenEdit(edit, reading, after, look.isAllChecked));
    if (look.isAllChecked) {
      onAllChecked();
    }
    return after;
  };
  const step = (go: () => FixedReading, words: MessageId) => {
    const after = go();
    select(firstDifference(reading, after) ?? selected?.id ?? null);
    announcement.set(t(words, { reading: spokenReading(after) }));
  };
  const applyRead = async (
    boxes: readonly Box[],
    toEdit: (read: Awaited<ReturnType<ReadPlaces>>) => Edit,
    script = selected?.script ?? reading.script,
  ) => {
    setBusy(true);
    const read = await readPlaces(boxes, script);
    setBusy(false);
    apply(toEdit(read));
  };
  /** A number that the reader knows other scripts for is read in the next one; else the person chooses one for the picture. */
  const readInNextScript = async (id: number) => {
    const number = numberAround(reading, id);
    const script = number && nextScript(number);
    if (!script) return onChooseScript();
    const digits = number.characters.filter(isDigit);
    setBusy(true);
    const read = await readPlaces(
      digits.map(({ box }) => box),
      script,
    );
    setBusy(false);
    if (read.some((character) => !character.reading)) return announcement.set(t('script.unread'));
    const places = digits.map((digit, index) => ({ id: digit.id, character: read[index]! }));
    apply({ kind: 'read-as', id: digits[0]!.id, script, places });
  };
  const inPicture = (box: Box) => insidePicture(box, recognition.imageWidth, recognition.imageHeight);

  /** Where no character is doubtful, the number as a whole may be. */
  const accept = ({ id, code, status }: FixedCharacter) => {
    if (code === null) return announcement.set(t('spoken.typeFirst'));
    // Agreed with already, and nothing else is open here.
    if (status !== 'sure' && openChecks(reading).length === 0) return onAllChecked();
    const isWhole = status !== 'check' && numberAround(reading, id)?.characters.every((one) => one.status !== 'check');
    apply({ kind: isWhole ? 'accept-number' : 'accept', id });
  };

  const run = (command: FixCommand) => {
    if (!selected || isBusy) {
      return;
    }
    const { id, box } = selected;
    switch (command.kind) {
      case 'next-check':
      case 'previous-check': {
        const open = (command.kind === 'next-check' ? nextOpenCheck : previousOpenCheck)(reading, id);
        return open ? select(open.id) : announcement.set(t('spoken.noCheck'));
      }
      case 'replace':
        return apply({ kind: 'replace', id, code: command.code });
      case 'accept':
        return accept(selected);
      case 'remove':
        return apply({ kind: 'remove', id });
      case 'add': {
        const place = inPicture(boxAfter(reading, id) ?? box) ?? box;
        return apply({ kind: 'add', character: emptyCharacter(place), after: id });
      }
      case 'split':
        return void applyRead(halves(box), ([left, right]) => ({ kind: 'split', id, parts: [left!, right!] }));
      case 'other-reading': {
        const [other] = numberAround(reading, id)?.alternatives ?? [];
        return other ? apply({ kind: 'rewrite', id, text: other.text }) : announcement.set(t('spoken.noOtherReading'));
      }
      case 'next-script':
        return void readInNextScript(id);
      case 'merge': {
        const next = rightNeighbor(reading, id);
        return next
          ? void applyRead([boxAround([box, next.box])], ([whole]) => ({ kind: 'merge', id, whole: whole! }))
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
        void applyRead([place], ([character]) => ({ kind: 'add', character: character!, after: null }));
      }
    },
    apply,
    undo: () => step(fixing.undo, 'spoken.undone'),
    redo: () => step(fixing.redo, 'spoken.redone'),
    isBusy,
  };
}

/** The script after the one that a number is read in, of those that the reader names; null where it names no other. */
export function nextScript({ scripts, script }: FixedNumber): NumeralScriptId | null {
  const next = scripts[(scripts.indexOf(script) + 1) % scripts.length];
  return next && next !== script ? next : null;
}

/** The next digit on the same line. */
export function rightNeighbor(reading: FixedReading, id: number): FixedCharacter | null {
  const line = reading.lines.find((digits) => digits.some((digit) => digit.id === id)) ?? [];
  return line[line.findIndex((digit) => digit.id === id) + 1] ?? null;
}
