/** Why a character should be looked at, the plainest reason first; the words are the messages `why.doubt.<id>`. */
export const CHARACTER_DOUBTS = [
  'chosen-to-fit',
  'no-digit',
  'ruling',
  'cut-off',
  'ink-beside',
  'close-second',
  'thin-stroke',
  'readings-differ',
  'whole-number',
  'unusual',
] as const;
export type CharacterDoubt = (typeof CHARACTER_DOUBTS)[number];

/** From when on a reason is named; it changes no reading and no verdict. */
export const CHARACTER_DOUBT_THRESHOLDS = {
  /** Calibrated probability of 'not a digit'. Smaller: named for clean digits. Larger: noise is called unusual writing. */
  noDigit: 0.05,
  /** Calibrated probability of the second label. Smaller: named where nobody sees a likeness. Larger: likenesses go unnamed. */
  second: 0.02,
  /** Mean ink of what the classifier saw, 0..1. Smaller: faint lines go unnamed. Larger: an ordinary pen is called thin. */
  thinInk: 0.06,
  /** Share of the glyph's edge that is ink. Smaller: digits that fill their box. Larger: lines that touch go unnamed. */
  edgeInk: 0.35,
  /** Pixels from the picture's edge. */
  edge: 1,
} as const;
