/** The part of `READING_THRESHOLDS` that decides where digits are found; told in the same terms. */
export const LOCATE_THRESHOLDS = {
  /** The locator's belief in a digit, 0..1. */
  heat: {
    /**
     * Regions from here on are kept as alternatives, for when it is known how many digits there are.
     * Smaller: more places to classify for the same choice. Larger: faint digits cannot be chosen to fit.
     */
    faint: 0.08,
    /**
     * Left-out places beside a believed digit are looked at from here on. Chosen on training strips, 0.08 to 0.3 replayed.
     * Smaller: digits that are none (0.15 with 95 %: 10 digits more and 2 that are none). Larger: first and last digits of a number stay lost.
     */
    looked: 0.2,
    /**
     * From here on the locator is sure: the region stands for itself, holds against a classifier that rejects it, and is not
     * left out to fit. Chosen on validation pages, where every picture with digits has such a region and few others do; 0.4
     * and 0.5 tried for what the classifier rejects.
     * Smaller: texture and letters are read as digits. Larger: faint pictures are taken for empty.
     */
    strong: 0.6,
  },

  /** The search for the size of the digits. */
  search: {
    /** Pixels of the shorter side: a page that is narrower holds no digit. Smaller: time on lines of pixels. Larger: thin ones that are cut out tightly are lost. */
    leastSide: 3,
    /**
     * Pixels of the finest coarse page and of the smallest; each page has a quarter of the one before.
     * Finest smaller: small digits are missed. Larger: time, which grows with it.
     */
    coarseArea: 480_000,
    smallestArea: 1_200,
    /**
     * Times that small pictures are enlarged. Chosen on speed: twice instead of four times gave the same numbers in a quarter
     * of the time. Smaller: small pictures are missed.
     */
    maxEnlargement: 2,
    /** Times, tried in turn where nothing was found. More: time on empty pictures. Fewer: tiny digits are missed. */
    furtherEnlargements: [4, 6],
    /** Finer pages, four times larger each, where nothing was found. More: time on empty pages. Fewer: small digits are missed. */
    finerSteps: 2,
    /**
     * Pixels at the locator's scale; it was trained on digits of 12 to 72.
     * Wider: boxes of guessed size. Narrower: digits between two scales are missed.
     */
    trustedHeights: { min: 13, max: 68 },
    /** Times the typical height. Smaller: doubles of digits the finer look has read. Larger: large digits beside small ones are lost. */
    otherSize: 1.9,
    /** Heat. Smaller: what only a coarse page saw comes in, which was even at best. Larger: digits of other sizes are lost. */
    otherSizeHeat: 0.5,
    /** Share of the smaller box within a digit of the usual size. Smaller: neighbors of other sizes are lost. Larger: doubles. */
    otherSizeContainment: 0.3,
    /**
     * Scale of the second look, times that of the first. Chosen on validation strips (84 -> 85 of 96) and empty pages (215 ->
     * 222 of 240); 1.2 no better. Nearer to 1: the same mistakes twice. Further: sizes the locator was not trained on.
     */
    secondLook: 0.85,
    /** Intersection over union of one place in both looks. Smaller: neighbors merge. Larger: one digit twice, each at half its heat. */
    samePlace: 0.5,
    /** What a place that one look alone saw keeps of its heat. Smaller: digits that a look missed are lost. Larger: texture counts as much as digits. */
    oneLook: 0.5,
    /** Typical heights around all digits that the finer look sees. Smaller: first and last digits are cut off. Larger: time. */
    surroundings: 2,
    /** Octaves from the locator's best scale at which a page counts nothing, and what it keeps. Smaller: digits between scales count little. Larger: worse pages win. */
    farScale: { octaves: 1.5, least: 0.1 },
    /** Log of the largest size that the maps may tell, times `referenceHeight`. Larger: a wild value fills the page. */
    mostLogSize: 2,
  },

  /** Two located boxes that are one digit. Chosen on validation strips and strings by replayed heat maps (0.45 and 0.75 before). */
  oneDigit: {
    /** Intersection over union. Smaller: digits that touch or slant are lost. Larger: one digit is read twice. */
    overlap: 0.25,
    /** Share of the smaller box. As above. */
    containment: 0.6,
  },

  /** Two digits that touch. Chosen on strings (93.3 % -> 94.3 %) and 600 training strips by replayed heat maps. */
  touching: {
    /** Heat of both peaks. Smaller: one digit is cut in two. Larger: pairs are read as one digit. */
    heat: 0.45,
    /** Width by height of the two together. Smaller: a wide digit is cut. Larger: narrow pairs are read as one. */
    aspect: 0.95,
    /** Shares of the width. More: time. Fewer: halves with a piece of the other digit. */
    cuts: [0.4, 0.5, 0.6],
    /** Probability of each half. Smaller: halves of digits look like digits. Larger: pairs stay one digit. */
    halfSure: 0.9,
  },

  /** Faint regions are believed beside strong ones: the rule was chosen on pages without digits, found on 34 -> 15 of 80. */
  support: {
    /** Height as a share of the page's shorter side: what one mark fills was made of it. Smaller: large texture. Larger: single digits are lost. */
    fillsPage: 0.4,
    /** Heights. Smaller: wide numbers lose digits. Larger: marks far away count. */
    distance: 4,
    /** Times the other's height. Smaller: small zeros are lost. Larger: specks beside digits count. */
    heightRatio: 1.8,
  },

  /** The parts in which the locator sees a page, in pixels at its scale. */
  tiles: {
    /** Empty surroundings, so that a digit at the border has a neighborhood. Smaller: digits at the edge are missed. Larger: time. */
    margin: 16,
    /** Longer pages are read in tiles of this side, that overlap by twice the second. Smaller overlap: digits at seams are missed. Larger side: memory. */
    side: 768,
    overlap: 48,
  },
} as const;
