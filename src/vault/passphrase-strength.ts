/** How long a passphrase holds against somebody who has the files of this browser and guesses on machines of his own. */
export const STRENGTHS = ['none', 'weak', 'fair', 'good', 'strong'] as const;
export type Strength = (typeof STRENGTHS)[number];

/**
 * Bits from which each level counts. A guess costs about half a second on a device like this one; somebody with a
 * thousand times that tries about 2,000 a second: 2^30 takes him six days, 2^45 five centuries.
 */
const LEAST_BITS: readonly { readonly strength: Strength; readonly bits: number }[] = [
  { strength: 'strong', bits: 58 },
  { strength: 'good', bits: 45 },
  { strength: 'fair', bits: 30 },
  { strength: 'weak', bits: 1 },
];

/** A word counts as one of the 2,048 most usual ones, however long it is. */
const WORD_BITS = 11;
const LETTER_BITS = Math.log2(26);
const DIGIT_BITS = Math.log2(10);
const SIGN_BITS = 5;
/** A letter in another case, a digit for a letter: everybody tries those. */
const HABIT_BITS = 1;

/** What people use most; whoever guesses begins with these. */
const USUAL =
  /password|passwort|passphrase|qwert[yz]|asdf|yxcv|letmein|welcome|admin|login|iloveyou|monkey|dragon|secret|abc|1q2w3e|digit ?reader/gi;

/**
 * A rough estimate and rather too low than too high: words count as usual words, runs and repetitions as almost
 * nothing. Knowing whose passphrase it is, somebody may guess it sooner.
 *
 * @returns bits: how often a guesser has to double his number of guesses
 */
export function passphraseBits(passphrase: string): number {
  const rest = passphrase.normalize('NFC').replace(USUAL, '~');
  const parts = rest.match(/\p{L}+|\d+|[^\p{L}\d]/gu) ?? [];
  const seen = new Set<string>();
  let bits = 0;
  for (const part of parts) {
    // The same again is no new guess.
    bits += seen.has(part.toLowerCase()) ? HABIT_BITS : partBits(part);
    seen.add(part.toLowerCase());
  }
  return bits;
}

export function passphraseStrength(passphrase: string): Strength {
  const bits = passphraseBits(passphrase);
  return LEAST_BITS.find((level) => bits >= level.bits)?.strength ?? 'none';
}

function partBits(part: string): number {
  if (/^\d/.test(part)) {
    // A year, or any number that a person remembers because it counts up.
    return isRun(part) || /^(19|20)\d\d$/.test(part) ? Math.min(7, part.length * DIGIT_BITS) : part.length * DIGIT_BITS;
  }
  if (/^\p{L}/u.test(part)) {
    const changesCase = /\p{Ll}\p{Lu}/u.test(part) ? HABIT_BITS * 2 : 0;
    return (isRun(part) ? Math.min(6, part.length) : letterBits(part)) + changesCase;
  }
  return part === ' ' ? HABIT_BITS : SIGN_BITS;
}

/** Letters that can be spoken are taken for a word; others for letters drawn by lot. */
function letterBits(letters: string): number {
  const vowels = letters.match(/[aeiouyäöüáéíóúàèìòùâêîôûåø]/giu)?.length ?? 0;
  const isSpoken = vowels >= letters.length / 5 && !/[^aeiouyäöü]{5}/iu.test(letters);
  const byLot = letters.length * LETTER_BITS;
  return isSpoken ? Math.min(WORD_BITS + Math.max(0, letters.length - 12), byLot) : byLot;
}

/** aaaa, abcd, 4321: each sign a fixed step from the one before. */
function isRun(part: string): boolean {
  if (part.length < 3) {
    return false;
  }
  const codes = [...part.toLowerCase()].map((sign) => sign.codePointAt(0)!);
  const step = codes[1]! - codes[0]!;
  return Math.abs(step) <= 1 && codes.every((code, at) => at === 0 || code - codes[at - 1]! === step);
}
