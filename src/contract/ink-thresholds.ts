/** The part of `READING_THRESHOLDS` that decides what ink beside a number means; told in the same terms. */
export const INK_THRESHOLDS = {
  /** Samples of the page on which pieces of ink are found. Smaller: thin strokes fall to pieces. Larger: time. */
  inkSamples: 400_000,

  /** Widening the part that the line reader sees over ink beside a number that nobody located. */
  reachOut: {
    /** Heights of the tallest digit. Wider: specks and rulings are read. Narrower: short ones stay lost. */
    size: { least: 0.38, most: 1.7 },
    /** Share of its box that is ink. Smaller: corners of frames are read. Larger: thin slanted ones stay lost. */
    leastFill: 0.14,
    /** Heights of the digits between the number and the piece. Smaller: ones apart stay lost. Larger: other numbers' digits are read twice. */
    gap: 1.7,
    /** Heights of the part between the middles. Smaller: sloping lines lose digits. Larger: marks between lines are read. */
    level: 0.25,
    /** Heights of the digits, beyond the piece. As the line reader was trained. */
    margin: 0.4,
  },

  /** Ink beside a number that no character accounts for: the number is to be checked. */
  unexplainedInk: {
    /** Heights of the number. Wider: specks and rulings ask for a check. Narrower: lost digits do not. */
    size: { least: 0.45, most: 2.2 },
    /** Heights of the number, beside it and between the middles. Smaller: lost digits go unseen. Larger: other text asks for checks. */
    reach: { beside: 0.9, middle: 0.4 },
    /** Share of its width in the boxes of characters. Smaller: lost digits go unseen. Larger: wide strokes ask for checks. */
    explained: 0.35,
    /** Length in heights, share of ink, height by width of lines and frames. Wider: digits are taken for them. Narrower: more checks. */
    ruling: { length: 3.2, fill: 0.16, thin: 0.2 },
    /**
     * Upright lines of frames: width by height, share of the picture's width from its side, heights of the tallest digit. Chosen on
     * validation cells, where such lines were 28 of 30 pieces beside right numbers. Wider: a lost 1 goes unseen. Narrower: more checks.
     */
    frame: { thin: 0.16, edge: 0.05, tall: 1.35, tallAtSide: 1.1 },
  },
} as const;
