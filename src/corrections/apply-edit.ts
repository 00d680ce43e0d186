import type { Box } from '../contract/image';
import type { NumeralScriptId } from '../contract/numeral-scripts';
import { applyTableEdit } from './apply-table-edit';
import type { Edit, NewCharacter } from './edit';
import { glyphOf } from './edit';
import { numberAround } from './fixed-number';
import { type FixedCharacter, type FixedReading, findCharacter } from './fixed-reading';
import { insertNumber } from './insert-number';
import { charactersIn } from './leave-out';
import { replaceCharacters, tidied } from './line-characters';
import { placeOf } from './placement';
import { rewrite } from './rewrite';

type Origin = Pick<FixedCharacter, 'numberIndex' | 'cell' | 'script'>;

/**
 * The reading after one correction.
 *
 * @returns the very same reading when the correction changes nothing, or means a character that is not there
 */
export function applyEdit(reading: FixedReading, edit: Edit): FixedReading {
  switch (edit.kind) {
    case 'replace':
      return change(reading, edit.id, (character) => relabeled(character, edit.code));
    case 'relabel':
      return edit.codes.reduce(
        (done, { id, code }) => change(done, id, (character) => relabeled(character, code)),
        reading,
      );
    case 'accept':
      return change(reading, edit.id, accepted);
    case 'accept-number':
      return acceptNumber(reading, edit.id);
    case 'remove':
      return remove(reading, edit.id);
    case 'add':
      return add(reading, edit.character, edit.after);
    case 'split':
      return split(reading, edit.id, edit.parts);
    case 'merge':
      return merge(reading, edit.id, edit.whole);
    case 'read-as':
      return edit.places.reduce(
        (done, { id, character }) => change(done, id, (before) => readAs(before, character, edit.script)),
        reading,
      );
    case 'rewrite':
      return rewrite(reading, edit);
    case 'write':
      return write(reading, edit.box, edit.text, edit.cell ?? null);
    case 'clear':
      return clear(reading, edit.id);
    case 'leave-out':
      return leaveOut(reading, edit.box);
    default:
      return applyTableEdit(reading, edit);
  }
}

/** Typing what is there already says that it is right. */
function relabeled(character: FixedCharacter, code: string): FixedCharacter {
  if (code !== character.code) return { ...character, code, status: 'edited' };
  return character.status === 'edited' ? character : acceptedAnyway(character);
}

function readAs(before: FixedCharacter, character: NewCharacter, script: NumeralScriptId): FixedCharacter {
  const fresh = created(character, before.id, { ...before, script });
  return { ...fresh, isBeforeGap: before.isBeforeGap, isScriptChosen: true };
}

function accepted(character: FixedCharacter): FixedCharacter {
  return character.status === 'check' && character.code !== null ? acceptedAnyway(character) : character;
}

function acceptedAnyway(character: FixedCharacter): FixedCharacter {
  return character.status === 'accepted' ? character : { ...character, status: 'accepted' };
}

/** A number that is doubtful as a whole, every character of which is known. */
function acceptNumber(reading: FixedReading, id: number): FixedReading {
  const number = numberAround(reading, id);
  if (number?.status !== 'check' || number.characters.some(({ code }) => code === null)) return reading;
  return number.characters.reduce(
    (done, { id: each, status }) => (status === 'edited' ? done : change(done, each, acceptedAnyway)),
    reading,
  );
}

/** The characters share the box evenly; gaps part them from the numbers on both sides. */
function write(reading: FixedReading, box: Box, text: string, cell: number | null): FixedReading {
  const codes = [...text];
  if (codes.length === 0) return reading;
  const width = box.width / codes.length;
  const number = codes.map((code, index): FixedCharacter => {
    const place = { ...box, x: box.x + index * width, width };
    const origin = { numberIndex: null, cell, script: reading.script };
    const fresh = created({ box: place, reading: null }, reading.nextId + index, origin);
    return { ...fresh, code, status: 'edited', isBeforeGap: index === codes.length - 1 };
  });
  return { ...insertNumber(reading, number), nextId: reading.nextId + codes.length };
}

function leaveOut(reading: FixedReading, box: Box): FixedReading {
  const isKnown = reading.leftOut.some((known) => JSON.stringify(known) === JSON.stringify(box));
  const gone = charactersIn(reading, box);
  if (isKnown && gone.length === 0) return reading;
  const without = gone.reduce((done, { id }) => remove(done, id), reading);
  return { ...without, leftOut: isKnown ? reading.leftOut : [...reading.leftOut, box] };
}

function clear(reading: FixedReading, id: number): FixedReading {
  const [first, ...rest] = numberAround(reading, id)?.characters ?? [];
  if (!first) return reading;
  return { ...replaceCharacters(reading, [first, ...rest], []), removed: [...reading.removed, first, ...rest] };
}

function change(reading: FixedReading, id: number, by: (character: FixedCharacter) => FixedCharacter): FixedReading {
  const character = findCharacter(reading, id);
  if (!character) return reading;
  const changed = by(character);
  return changed === character ? reading : replaceCharacters(reading, [character], [changed]);
}

function remove(reading: FixedReading, id: number): FixedReading {
  const character = findCharacter(reading, id);
  if (!character) return reading;
  return { ...replaceCharacters(reading, [character], []), removed: [...reading.removed, character] };
}

function add(reading: FixedReading, added: NewCharacter, after: number | null): FixedReading {
  const { line, at, isNewLine, joinsLeft } = placeOf(reading, added.box, after);
  const lines = reading.lines.map((characters) => [...characters]);
  const characters = lines[line] ?? [];
  const left = characters[at - 1];
  const { script } = (isNewLine ? null : (left ?? characters[at])) ?? reading;
  const character = created(added, reading.nextId, { numberIndex: null, cell: null, script });
  if (isNewLine) {
    lines.splice(line, 0, [character]);
  } else if (left?.isBeforeGap && joinsLeft) {
    characters.splice(at - 1, 1, { ...left, isBeforeGap: false }, { ...character, isBeforeGap: true });
  } else {
    characters.splice(at, 0, character);
  }
  return tidied({ ...reading, lines, nextId: reading.nextId + 1 });
}

function split(reading: FixedReading, id: number, parts: readonly [NewCharacter, NewCharacter]): FixedReading {
  const character = findCharacter(reading, id);
  if (!character) return reading;
  // The crop around a half shows much of the other one, so that the reader must not be taken at its word.
  const [left, right] = parts.map((part, index): FixedCharacter => {
    return { ...created(part, reading.nextId + index, character), status: 'check' };
  }) as [FixedCharacter, FixedCharacter];
  const halves = [left, { ...right, isBeforeGap: character.isBeforeGap }];
  return { ...replaceCharacters(reading, [character], halves), nextId: reading.nextId + 2 };
}

function merge(reading: FixedReading, id: number, whole: NewCharacter): FixedReading {
  const line = reading.lines.find((characters) => characters.some((character) => character.id === id)) ?? [];
  const at = line.findIndex((character) => character.id === id);
  const [left, right] = line.slice(at, at + 2);
  if (!left || !right) return reading;
  const merged = { ...created(whole, reading.nextId, left), isBeforeGap: right.isBeforeGap };
  return { ...replaceCharacters(reading, [left, right], [merged]), nextId: reading.nextId + 1 };
}

/** @param origin the number and the cell that it belongs to, and its script */
function created({ box, reading }: NewCharacter, id: number, { numberIndex, cell, script }: Origin): FixedCharacter {
  const place = { id, box, script, mark: null, numberIndex, cell, isBeforeGap: false };
  if (!reading) return { ...place, code: null, status: 'check', prediction: null, glyph: null };
  const { ranked, notDigitProbability, verdict } = reading;
  const best = verdict === 'not-a-digit' ? undefined : ranked[0]?.label;
  return {
    ...place,
    code: best === undefined ? null : String(best),
    status: verdict === 'sure' ? 'sure' : 'check',
    prediction: { ranked, notDigitProbability, verdict },
    glyph: glyphOf(reading),
  };
}
