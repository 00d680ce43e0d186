/** The part of `READING_THRESHOLDS` that decides what a line says and who is believed; told in the same terms. */
export const LINE_THRESHOLDS = {
  /** Looks of the line reader at one line. */
  looks: {
    /**
     * Probability of the best reading below which a line is cut out at two more sizes, and their heights times the first
     * one's. Chosen on validation numbers (marks exact 1,469 -> 1,485 of 1,642). Smaller: doubts stay. Larger: time.
     */
    doubtful: 0.93,
    otherSizes: [0.9, 1.14],
    /** Readings that are kept. More: time. Fewer: rivals go unseen. */
    readings: 6,
    /** Ones of a line that are also weighed as slashes or commas. More: time. Fewer: marks stay ones. */
    eitherStrokes: 4,
    /** Readings that are followed from column to column, and probability below which an output is passed over. More and smaller: time. Fewer: the best reading may be lost. */
    beam: 12,
    leastOutput: 1e-4,
    /** Columns of the narrowest part. As the line reader was trained. */
    leastColumns: 16,
  },

  /** Who is believed where the digits and the line speak of one number. Chosen on the validation parts of all sets of numbers. */
  fusion: {
    /** The located digits are believed when they are this many times as probable as the line's. Larger: the line is believed more. */
    locatedOverLine: 4,
    /** The same for a single digit, which the classifier knows better than a reader of lines does. */
    singleOverLine: 0.5,
    /**
     * Where both agree a number is sure up to this probability of other digits in the line, and up to these of the line and the
     * classifier being wrong together, the second for numbers of one or two digits, which have less that speaks for them.
     * Smaller: more right ones to check. Larger: wrong ones are sure.
     */
    rivals: 0.07,
    bothWrong: 0.01,
    bothWrongOfShort: 0.002,
    /** And from these probabilities of its text and of its least certain digit on. Smaller: marks and digits are wrong, and sure. */
    sureText: 0.6,
    sureDigit: 0.5,
    /** A mark is sure from this probability in its columns on. As above. */
    sureMark: 0.5,
    /** Digits that the line takes for no digit stay, to be checked, from this probability on. Smaller: letters are read. Larger: digits are lost. */
    loneDigit: 0.9,
    /** So few digits have too little of their own to speak for them: a doubt about the number is one about each. */
    shortDigits: 2,
    /** Letters that make a word of what holds no more digits than letters. Smaller: a stray letter takes a digit with it. Larger: words are read. */
    leastLetters: 2,
    /** What the other voice's probability is divided by before it counts for or against. Smaller: the other voice counts more. */
    otherVoice: 2,
  },

  /** Numbers that only the line reader saw. */
  lone: {
    /** Probability of the reading; of the only ink on a page. Chosen on drawn pages without digits. Smaller: texture is read. Larger: faint numbers are lost. */
    least: 0.85,
    leastOnlyInk: 0.25,
    /** Mean probability that the classifier gives to its digits, but for the only ink on a page. As above. */
    leastClassified: 0.2,
    /** Pieces of ink that are looked at, the tallest ones, and parts. More: time on pages full of texture. */
    mostPieces: 120,
    mostParts: 6,
    /** Samples of the page, coarse first: thick strokes are seen on few only. More: time. Fewer: thin strokes are missed. */
    samples: [12_000, 160_000],
    /** Shares of both sides of the page that a piece fills: a frame. Smaller: large digits are lost. */
    wholePage: 0.97,
    /** Share of the taller one's height between the middles of a piece and a line. Larger: lines merge. Smaller: slanted ones break. */
    sameLine: 0.5,
    /** Heights of the line that part two numbers. Larger: numbers merge. Smaller: wide ones break. */
    gap: 2.2,
    /** Share of the tallest line's height, and pixels of the page: what is smaller is a speck. Smaller: specks are read. */
    leastShare: 0.3,
    leastHeight: 4,
    /** Pieces of a single digit, at most: more of them are a texture or a drawing. */
    piecesOfDigit: 4,
  },

  /**
   * How often people write a text of such a form, 0..1, beside others that a look at the same ink may mean. Tried on validation
   * numbers with marks (`training/EXPERIMENTS.md`). Smaller: right readings give way to likelier forms. Larger: marks stay ones.
   */
  plausibility: {
    /** The slash of an ending that was taken for a 1: '12,5001-' is '12,500/-'; the same without its dash. */
    slashBeforeDash: 0.1,
    slashAtEnd: 0.4,
    /** A slash of a date that was taken for a 1: '3/7189'. */
    slashOfDate: 0.2,
    /** Nothing follows a percent sign. */
    behindPercent: 0.1,
    /** Three digits behind a mark are a group, and then the others are grouped too. */
    halfGrouped: 0.3,
    /** Groups of a length that no convention has. */
    ungrouped: 0.1,
  },

  /** Slashes and ones. Chosen on validation numbers; photographed numbers, which measure, were looked at (`EXPERIMENTS.md`). */
  slash: {
    /** Times the digits' height from which on a stroke is a slash, and where a slash makes no sense. Smaller: slanted ones are slashes. Larger: slashes are ones. */
    height: 1.22,
    tallHeight: 1.7,
    /** What a reading loses in probability with strokes that may be either. Larger: they are surer. */
    either: 0.5,
    /** Digits before a closing parenthesis that ends a number in a list: '12)'. */
    listDigits: 2,
    /** A piece of ink is the stroke when it is so tall at least, so wide at most, in heights of the character. Wider: other ink is measured. */
    stroke: { height: 0.5, width: 1.2 },
  },

  /** Ones and the sides of printed boxes. Made for vote counts, which measure, and held against upright ones on ruled paper, which do too. */
  ruling: {
    /** In heights of the stroke: how near its middle the line runs, and how far beyond its ends that goes on. Larger and smaller: drawn ones are lost. */
    near: 0.16,
    beyond: 0.4,
    /** Share of the stroke that lies on the line. Smaller: drawn ones are lost. */
    along: 0.4,
    /** Heights of the stroke: ends that count neither as it nor as the line beyond, and where the paper beside it is looked at. */
    ends: 0.1,
    paper: 0.25,
    /** Share of the digits' usual height below which a located 1 may be a piece of a line. Larger: small ones are lost. */
    short: 0.65,
    /** Times the line's contrast with which a stroke on it was drawn by a pen. Larger: drawn ones are lost. Smaller: sides of boxes are read. */
    drawn: 1.25,
  },

  /** Tall commas that were located and read as ones: in shares of the left neighbor's height, and of the comma's own for `below`. */
  lowComma: {
    /** Begins so far down, ends so far below. Smaller: ones are lost. Larger: commas part numbers. */
    begins: 0.45,
    below: 0.3,
    /** Has its middle so far down at least, and begins so far down at most. As above. */
    middle: 0.8,
    beginsAtMost: 1.1,
    /** Share of the neighbor's width that it may stand under it. As above, the other way round. */
    under: 0.3,
    /** So far away, and so tall, at most. As above, the other way round. */
    reach: 1,
    tallest: 1.35,
  },

  /** Heights of the line from the middle of a percent sign to that of its second circle. Larger: digits behind it are lost. */
  percentReach: 0.8,

  /** Boxes of marks around their ink, in heights of the line. */
  markInk: {
    /** How far the ink may be from where the line reader saw it. Larger: other ink is taken. Smaller: boxes miss their ink. */
    away: { beside: 0.25, above: 0.35, below: 0.5 },
    /** Pieces of other heights are no mark. */
    size: { least: 0.04, most: 1.8 },
    /** Share of the smaller one from which on a piece is a digit's ink, and a lone digit is a mark's. */
    ofDigit: 0.6,
    sameInk: 0.6,
  },

  /** Share of the lower of two lines of a cell that both have where they are one. Smaller: lines merge. Larger: a high 1 is parted. */
  oneLineOfCell: 0.35,
} as const;
