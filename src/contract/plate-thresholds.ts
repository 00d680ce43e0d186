/** The numbers that decide how number plates and codes with letters are read: part of `READING_THRESHOLDS`. */
export const PLATE_THRESHOLDS = {
  /** Places that may be number plates. */
  plate: {
    /** Times that a small picture is enlarged, at most. Larger: time, and plates are made of noise. Smaller: small plates are lost. */
    enlarged: 2,
    /** Overlap (intersection over union) from which on two places need not both be read. Smaller: the better fit is lost. Larger: time. */
    alike: 0.8,
    /** Overlap from which on two places that were read are one plate. Smaller: of two neighbors one is lost. Larger: a plate is read twice. */
    same: 0.3,
    /** Share of the smaller place within the other from which on both are one plate. As above. */
    within: 0.5,
    /** Places that are read, best first. More: time on pictures of parking lots. Fewer: plates of distant cars are lost. */
    most: 32,
    /** Width in heights from which on a picture may be nothing but a plate. Smaller: time on upright photos. Larger: cut-out plates are lost. */
    wide: 1.5,
    /** Samples for one of a cut's, along each side. More: time. Fewer: large plates are cut with the noise of single pixels. */
    samples: 12,
    /** Fewer characters are none. Smaller: emblems and numbers of buses are read. Larger: the shortest plates are lost. */
    leastCharacters: 3,
    /** Probability of the best text below which a place is no plate, unless it is the only one. Smaller: signs are read. Larger: dirty plates are lost. */
    least: 0.1,
  },

  /** Texts of plates and codes. */
  code: {
    /** Probability of the whole text. Smaller: wrong ones are sure. Larger: more right ones to check. */
    sure: 0.97,
    /** Probability of one character in its columns, in a text that is not sure. As above, for the character that is looked at. */
    sureCharacter: 0.97,
    /** Characters that a pattern may settle in one text. More: a text is bent until it fits. Fewer: old plates with many O and 0 stay open. */
    mostSettled: 3,
    /** Probability of another text that is named beside the one that was read. Smaller: noise is offered. Larger: the right one is missing. */
    leastOther: 0.005,
    /**
     * Where any plate is expected: how much more a 0 or 1 is believed than an O or I, as plates have them that often, and how much
     * less a text with one more run of letters or digits. Most countries leave out I and O, which drawn plates do not: those that
     * were held back lose a little (90.9 -> 89.7 % of the ones with such characters). Further from 1: what was read counts for less.
     */
    ratherDigits: 3,
    anotherRun: 0.3,
    /** Texts of look-alikes that are named for a text that is no country's plate. More: a long list. */
    mostLookAlikes: 2,
    /** Probability of another text of the reader's own that fits a pattern, for it to be taken first. Smaller: texts are bent. Larger: look-alikes are swapped unasked. */
    leastOwn: 0.01,
    /** Lines of ink that are looked at on one page. More: time. Fewer: lists are cut off. */
    mostLines: 24,
    /** Probability of the text of a line of ink, unless it is the only one. Smaller: texture is read. Larger: hard writing is lost. */
    leastLine: 0.2,
    /** Gap in heights, and distance of the middles in heights, up to which ink is one line. Larger: columns join. Smaller: codes with gaps are cut in two. */
    gap: 1.6,
    level: 0.5,
    /** Samples of the page on which lines of ink are found. More: time. Fewer: small writing joins. */
    samples: 600_000,
  },
} as const;
