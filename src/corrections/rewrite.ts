import { numberAround } from './fixed-number';
import type { FixedCharacter, FixedReading } from './fixed-reading';
import { replaceCharacters } from './line-characters';
import { rewriteNumber } from './rewrite-number';

/** A number and the text that it gets, named by one of its characters. */
export interface NumberChoice {
  readonly id: number;
  readonly text: string;
}

/**
 * The number that a character is in has another text.
 *
 * @param judged what becomes of a character that stands in the new text; `before` is absent for one that is new. Without it a
 *   person said all of them.
 */
export function rewrite(
  reading: FixedReading,
  { id, text }: NumberChoice,
  judged: (character: FixedCharacter, before: FixedCharacter | undefined) => FixedCharacter = (character) => character,
): FixedReading {
  const number = numberAround(reading, id);
  const [first, ...rest] = number?.characters ?? [];
  if (!first || text === '' || number?.text === text) return reading;
  const old = new Map([first, ...rest].map((character) => [character.id, character]));
  const fresh = rewriteNumber([first, ...rest], text, reading.nextId).map((character) =>
    judged(character, old.get(character.id)),
  );
  const gone = [first, ...rest].filter(({ id: before }) => !fresh.some((character) => character.id === before));
  return {
    ...replaceCharacters(reading, [first, ...rest], fresh),
    removed: [...reading.removed, ...gone],
    nextId: Math.max(reading.nextId, ...fresh.map((character) => character.id + 1)),
  };
}

/** Rules of columns decided between the reader's own readings: what they changed is to be checked, all else stays as it is. */
export function chooseByRule(reading: FixedReading, numbers: readonly NumberChoice[]): FixedReading {
  return numbers.reduce(
    (done, choice) =>
      rewrite(done, choice, (character, before) =>
        before?.code === character.code
          ? { ...character, status: before.status }
          : { ...character, status: 'check', chosenToFit: 'rule' },
      ),
    reading,
  );
}
