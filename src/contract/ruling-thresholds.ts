/**
 * The part of `READING_THRESHOLDS` that decides what is a ruled line and which lines make a grid; told in the same terms. Chosen
 * together on photographed grids and made tables (`training/EXPERIMENTS.md`); few have a trial of their own.
 */
export const RULING_THRESHOLDS = {
  /** Ruled lines and frames, on a page that is looked at small. In heights of a digit where no other unit is named. */
  lines: {
    /** Samples of a digit's height, and of the whole page at most. Smaller: thin lines vanish. Larger: time, and strokes become lines. */
    digitSamples: 28,
    mostSamples: 1_000_000,
    /** Smaller: bold frames are no lines. Larger: strokes of digits are. */
    thickest: 0.18,
    /** Within a piece. Smaller: faint lines fall to pieces. Larger: strokes in a row become lines. */
    gap: 0.5,
    /** Of a piece, and of a whole line. Smaller: strokes become lines. Larger: sides of small boxes are lost. */
    shortestPiece: 0.6,
    shortest: 1,
    /** Share of a line that is really seen. Smaller: lines where none are. Larger: dashed and worn ones are lost. */
    leastSeen: 0.6,
    /** Share of a line within digits. Smaller: lines that digits cross are lost. Larger: ones that stand one under the other become lines. */
    withinDigits: 0.4,
    /** The part of a digit's width and height, from its middle on each side, that counts as within it. As above. */
    digitCore: { width: 0.45, height: 0.5 },
    /** Around all digits: lines that pass here belong to the sheet. Smaller: outer lines are lost. Larger: a table's wood counts. */
    beside: 1,
  },

  /** How far a sample is from the paper beside it before it is part of a line. */
  contrast: {
    /** Samples along a line that are averaged. Smaller: grain becomes lines. Larger: curled lines fade. */
    along: 5,
    /** Share of the paper's level, and times the usual difference. Smaller: grain becomes lines. Larger: pencil lines are lost. */
    leastShare: 0.035,
    timesUsual: 3,
    /** Share of the samples, the lowest ones, whose mean is the usual difference. Larger: dense writing hides faint lines. */
    grain: 0.6,
  },

  /** A line is followed from column to column by an alpha-beta filter (Kalata 1984): how much place and slope give way to what is seen. */
  trace: {
    /** Smaller: curled lines are lost. Larger: a digit that crosses a line pulls it away. */
    placeGain: 0.4,
    slopeGain: 0.06,
    /** Samples between the expected place and the line. As the gains. */
    tolerance: 1.3,
    /** Slope. Smaller: lines of a page that lies askew are lost. Larger: lines down count as lines across. */
    steepest: 0.6,
    /** Columns of one knot of the curve. Smaller: time. Larger: curl is cut straight. */
    knot: 4,
    /** Samples that a line of one column may miss, and pieces that are finished. Larger: grain is followed. */
    patience: 2,
    /** Knots that tell the slope at an end. Smaller: ends point anywhere. Larger: curl is overlooked. */
    endKnots: 6,
  },

  /** Pieces that go on in each other. In heights of a digit where no other unit is named. */
  join: {
    /** Longest first. Smaller: lines of large forms are lost. Larger: time on pictures full of texture. */
    mostPieces: 600,
    /** Heights, and lengths of the shorter piece. Smaller: broken lines stay pieces. Larger: two lines become one. */
    gap: { heights: 1.5, lengths: 0.8 },
    /** Share of the shorter piece that may lie beside the other. Larger: double lines become one. */
    overlap: 0.2,
    /** Heights by which they miss each other, and the share of the gap that comes on top. As the gap. */
    miss: { heights: 0.06, ofGap: 0.04 },
    /** Difference of slopes, and what comes on top for pieces as short as a digit is high. As the gap. */
    bend: 0.12,
    bendOfShort: 12,
  },

  /** Lines that make a grid. In heights of a digit where no other unit is named. */
  grid: {
    /** How far a line may end from one that it meets. Smaller: worn corners break grids. Larger: two tables become one. */
    reach: 0.6,
    /** Shorter lines count only where they run from one line across to the next, this near to both. Smaller: strokes count. Larger: low rows lose sides. */
    shortest: 2.2,
    touch: 0.35,
    /** After which a shorter piece is none of a line any more. Smaller: gaps stay. Larger: strokes lengthen lines. */
    goesOn: 1.5,
    /** Share of the usual contrast of a grid's lines. Smaller: grain of paper or wood counts. Larger: faint rulings are lost. */
    faint: 0.25,
    /** Share of the lines of the other direction that a line crosses. Smaller: stray lines part cells. Larger: sides of joined cells are lost. */
    crossed: 0.4,
    /** Fewer lines make none. */
    leastLines: 3,
  },

  /** Pieces of a grid's lines that are one line. In heights of a digit where no other unit is named. */
  merge: {
    /** Between two that are one, and what comes on top for each pixel between two pieces. Smaller: double lines make cells. Larger: low cells vanish. */
    same: 0.3,
    perGap: 0.03,
    /** Longest gap within a line. Smaller: worn lines break. Larger: pieces of two tables join. */
    furthest: 10,
    /** Share of a whole line that is really seen. As `lines.leastSeen`. */
    leastSeen: 0.5,
  },

  /** A piece of ink that is a piece of a ruled line. */
  rulingInk: {
    /** Times as long as thick. Smaller: ones on lines are left out. Larger: pieces of lines are read. */
    thin: 3,
    /** Times its own length that the line goes on for. As above. */
    longer: 2,
  },
} as const;
