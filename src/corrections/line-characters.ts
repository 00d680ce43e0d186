import type { FixedCharacter, FixedReading } from './fixed-reading';

/** @param old neighbors in one line; `fresh` comes in their place */
export function replaceCharacters(
  reading: FixedReading,
  old: readonly [FixedCharacter, ...FixedCharacter[]],
  fresh: readonly FixedCharacter[],
): FixedReading {
  const lines = reading.lines.map((line) => {
    const at = line.indexOf(old[0]);
    if (at < 0) return line;
    const before = line.slice(0, at);
    // A number goes on ending where its last character was taken out.
    const last = before.at(-1);
    const isGapLeft = fresh.length === 0 && old.at(-1)?.isBeforeGap === true;
    if (last && isGapLeft) before[at - 1] = { ...last, isBeforeGap: true };
    return [...before, ...fresh, ...line.slice(at + old.length)];
  });
  return tidied({ ...reading, lines });
}

/** No empty lines, and no space at the end of one. */
export function tidied(reading: FixedReading): FixedReading {
  const lines = reading.lines
    .filter((line) => line.length > 0)
    .map((line) => {
      const last = line.at(-1);
      return last?.isBeforeGap ? [...line.slice(0, -1), { ...last, isBeforeGap: false }] : line;
    });
  return { ...reading, lines };
}
