import type { Edit, NewDigit } from './edit';
import { glyphOf } from './edit';
import { type FixedDigit, type FixedReading, findDigit } from './fixed-reading';
import { placeOf } from './placement';

/**
 * The reading after one correction.
 *
 * @returns the very same reading when the correction changes nothing, or means a digit that is not there
 */
export function applyEdit(reading: FixedReading, edit: Edit): FixedReading {
  switch (edit.kind) {
    case 'replace':
      return changeDigit(reading, edit.id, (digit) => relabeled(digit, edit.label));
    case 'relabel':
      return edit.labels.reduce(
        (done, { id, label }) => changeDigit(done, id, (digit) => relabeled(digit, label)),
        reading,
      );
    case 'accept':
      return changeDigit(reading, edit.id, accepted);
    case 'remove':
      return remove(reading, edit.id);
    case 'add':
      return add(reading, edit.digit, edit.after);
    case 'split':
      return split(reading, edit.id, edit.parts);
    case 'merge':
      return merge(reading, edit.id, edit.whole);
  }
}

/** Typing what is there already says that it is right. */
function relabeled(digit: FixedDigit, label: number): FixedDigit {
  if (label !== digit.label) return { ...digit, label, mark: 'edited' };
  return digit.mark === 'sure' || digit.mark === 'check' ? { ...digit, mark: 'accepted' } : digit;
}

function accepted(digit: FixedDigit): FixedDigit {
  return digit.mark === 'check' && digit.label !== null ? { ...digit, mark: 'accepted' } : digit;
}

function changeDigit(reading: FixedReading, id: number, change: (digit: FixedDigit) => FixedDigit): FixedReading {
  const digit = findDigit(reading, id);
  if (!digit) return reading;
  const changed = change(digit);
  return changed === digit ? reading : replaceDigits(reading, [digit], [changed]);
}

function remove(reading: FixedReading, id: number): FixedReading {
  const digit = findDigit(reading, id);
  if (!digit) return reading;
  return { ...replaceDigits(reading, [digit], []), removed: [...reading.removed, digit] };
}

function add(reading: FixedReading, added: NewDigit, after: number | null): FixedReading {
  const digit = created(added, reading.nextId);
  const { line, at, isNewLine, joinsLeft } = placeOf(reading, added.box, after);
  const lines = reading.lines.map((digits) => [...digits]);
  const digits = lines[line] ?? [];
  const left = digits[at - 1];
  if (isNewLine) {
    lines.splice(line, 0, [digit]);
  } else if (left?.isBeforeGap && joinsLeft) {
    digits.splice(at - 1, 1, { ...left, isBeforeGap: false }, { ...digit, isBeforeGap: true });
  } else {
    digits.splice(at, 0, digit);
  }
  return tidied({ ...reading, lines, nextId: reading.nextId + 1 });
}

function split(reading: FixedReading, id: number, parts: readonly [NewDigit, NewDigit]): FixedReading {
  const digit = findDigit(reading, id);
  if (!digit) return reading;
  // The crop around a half shows much of the other one, so that the reader must not be taken at its word.
  const [left, right] = parts.map((part, index): FixedDigit => {
    return { ...created(part, reading.nextId + index), mark: 'check' };
  }) as [FixedDigit, FixedDigit];
  const halves = [left, { ...right, isBeforeGap: digit.isBeforeGap }];
  return { ...replaceDigits(reading, [digit], halves), nextId: reading.nextId + 2 };
}

function merge(reading: FixedReading, id: number, whole: NewDigit): FixedReading {
  const line = reading.lines.find((digits) => digits.some((digit) => digit.id === id)) ?? [];
  const at = line.findIndex((digit) => digit.id === id);
  const [left, right] = line.slice(at, at + 2);
  if (!left || !right) return reading;
  const merged = { ...created(whole, reading.nextId), isBeforeGap: right.isBeforeGap };
  return { ...replaceDigits(reading, [left, right], [merged]), nextId: reading.nextId + 1 };
}

function created({ box, reading }: NewDigit, id: number): FixedDigit {
  if (!reading) return { id, box, label: null, mark: 'check', prediction: null, glyph: null, isBeforeGap: false };
  const { ranked, notDigitProbability, verdict } = reading;
  return {
    id,
    box,
    label: verdict === 'not-a-digit' ? null : (ranked[0]?.label ?? null),
    mark: verdict === 'sure' ? 'sure' : 'check',
    prediction: { ranked, notDigitProbability, verdict },
    glyph: glyphOf(reading),
    isBeforeGap: false,
  };
}

/** @param old neighbors in one line; `fresh` comes in their place */
function replaceDigits(
  reading: FixedReading,
  old: readonly [FixedDigit, ...FixedDigit[]],
  fresh: readonly FixedDigit[],
): FixedReading {
  const lines = reading.lines.map((line) => {
    const at = line.indexOf(old[0]);
    if (at < 0) return line;
    const before = line.slice(0, at);
    // A number goes on ending where its last digit was taken out.
    const last = before.at(-1);
    const isGapLeft = fresh.length === 0 && old.at(-1)?.isBeforeGap === true;
    if (last && isGapLeft) before[at - 1] = { ...last, isBeforeGap: true };
    return [...before, ...fresh, ...line.slice(at + old.length)];
  });
  return tidied({ ...reading, lines });
}

/** No empty lines, and no space at the end of one. */
function tidied(reading: FixedReading): FixedReading {
  const lines = reading.lines
    .filter((line) => line.length > 0)
    .map((line) => {
      const last = line.at(-1);
      return last?.isBeforeGap ? [...line.slice(0, -1), { ...last, isBeforeGap: false }] : line;
    });
  return { ...reading, lines };
}
