/** The numbers that decide how number plates and codes with letters are read: part of `READING_THRESHOLDS`. */
export const PLATE_THRESHOLDS = {
  /** Places that may be number plates. */
  plate: {
    /** Times that a small picture is enlarged, at most. Larger: time, and plates are made of noise. Smaller: small plates are lost. */
    enlarged: 2,
    /** Overlap (intersection over union) from which on two places are one plate. Smaller: of two neighbors one is lost. Larger: a plate is read twice. */
    same: 0.3,
    /** Share of the smaller place within the other from which on both are one plate. As above. */
    within: 0.7,
    /** Best first. More: time on pictures of parking lots. Fewer: plates of distant cars are lost. */
    most: 24,
    /** Samples for one of a cut's, along each side. More: time. Fewer: large plates are cut with the noise of single pixels. */
    samples: 12,
    /** Fewer characters are none. Smaller: emblems and numbers of buses are read. Larger: the shortest plates are lost. */
    leastCharacters: 3,
    /** Probability of the best text below which a place is no plate, unless it is the only one. Smaller: signs are read. Larger: dirty plates are lost. */
    least: 0.05,
  },

  /** Texts of plates and codes. */
  code: {
    /** Probability of the whole text. Smaller: wrong ones are sure. Larger: more right ones to check. */
    sure: 0.97,
    /** Probability of one character in its columns, in a text that is not sure. As above, for the character that is looked at. */
    sureCharacter: 0.97,
    /** Characters that a pattern may settle in one text. More: a text is bent until it fits. Fewer: old plates with many O and 0 stay open. */
    mostSettled: 3,
    /** Texts of look-alikes that are named for a text that is no country's plate. More: a long list. */
    mostLookAlikes: 2,
    /** Probability of another text of the reader's own that fits a pattern, for it to be taken first. Smaller: texts are bent. Larger: look-alikes are swapped unasked. */
    leastOwn: 0.01,
    /** Lines of ink that are looked at on one page. More: time. Fewer: lists are cut off. */
    mostLines: 24,
    /** Probability of the text of a line of ink, unless it is the only one. Smaller: texture is read. Larger: hard writing is lost. */
    leastLine: 0.2,
    /** Samples of the page on which lines of ink are found. More: time. Fewer: small writing joins. */
    samples: 600_000,
  },
} as const;
