/** The numbers that decide how other numeral scripts than Latin are read: part of `READING_THRESHOLDS`. */
export const SCRIPT_THRESHOLDS = {
  /** The numeral script of a number, where the reader tells it. */
  script: {
    /** Calibrated probability. Smaller: wrong scripts pass as sure. Larger: more numbers to check, and more that follow their page. */
    sure: 0.9,
    /** How many other scripts are kept with a number, to switch to. More: more keys until it is as it was. Fewer: the right one is missing. */
    named: 3,
  },

  /**
   * When a page that was read as Latin is most probably another script's. Chosen on 79 strips of nine scripts (54 told; 5 of the
   * others had a sure number) and 64 Latin pictures of four sets, where mostly number plates (9 of 14) and cheques (5 of 14) are asked about.
   */
  otherScript: {
    /** Mean of the calibrated probabilities of the digits (geometric). Smaller: other scripts pass. Larger: hard Latin pages are asked about. */
    fit: 0.95,
    /** Share of the digits that are in sure numbers. Smaller: a page with one lucky number passes. Larger: Latin pages are asked about. */
    sure: 0.25,
    /** Fewer say nothing. */
    digits: 2,
  },

  /** Pieces of ink that nobody located and that may be digits of another script. */
  inkRegion: {
    /** Which size, 0..1 from the smallest, is that of a digit. Smaller: specks set it. Larger: the tallest stroke does. */
    typical: 0.6,
    /** Times that size. Wider: more places to classify. Narrower: small zeros and tall strokes are lost. */
    least: 0.3,
    most: 2,
    /** Pixels of the longer side. Smaller: noise. Larger: small digits are lost. */
    pixels: 8,
    /** Share of the page's height, and width in heights. Larger: frames and lines count. Smaller: digits that fill the page are lost. */
    ofPage: 0.95,
    wide: 4,
    /** Share of the piece within a region. Smaller: strokes beside a region are lost. Larger: one digit is read twice. */
    known: 0.3,
    /**
     * A piece that is one digit: its width in heights, the share of a region that lies in it, and between which shares of its area a
     * lone region stands for it. Chosen on validation numbers of all scripts. Wider: touching digits are one. Narrower: one is read twice.
     */
    single: { wide: 1.4, within: 0.6, least: 0.75, most: 1.5 },
    /** Samples of a digit's longer side on which pieces are found again where they are larger. Larger: thick ones fall to pieces. Smaller: neighbors join. */
    coarse: 26,
    /** Share of the narrower piece's width, and gap in sizes, up to which two pieces are one digit. Larger gap: lines join. */
    sameColumns: 0.6,
    gap: 0.25,
    /** What counts as the locator's heat. Smaller: such digits are left out first. Larger: they are believed as located ones. */
    score: 0.5,
  },
} as const;
