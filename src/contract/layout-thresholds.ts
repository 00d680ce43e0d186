/**
 * The part of `READING_THRESHOLDS` that decides what is a table, a row, a column and a cell; told in the same terms. In heights of
 * a digit where no other unit is named. Chosen together on photographed grids and made tables (`training/EXPERIMENTS.md`).
 */
export const LAYOUT_THRESHOLDS = {
  /** So few digits make no table. Smaller: nothing can be told. Larger: tables of two cells are lost. */
  leastTableDigits: 2,

  /** What a grid is: a table, or the boxes of one number. */
  gridUse: {
    /** That crossing lines reach beyond the outermost line where the table is open, and how far beyond it a digit stands. Smaller: margins become cells. Larger: open sides lose theirs. */
    open: 0.9,
    openDigit: 0.3,
    /** Which of the lines that reach beyond tells how far, 0..1 from the shortest. Larger: one long line opens a side. */
    openReach: 0.6,
    /** Share of the cells of a single row with several digits, from which on it is a table. Smaller: boxes of a number become cells. Larger: rows of short numbers become one. */
    several: 0.4,
    /** Share of boxes of one digit each in which two are seen all the same. Larger: short numbers count as boxes. */
    mostDouble: 0.1,
    /** Cells with digits. As `leastTableDigits`. */
    leastCells: 2,
  },

  /** The lines of squared paper, which part nothing. */
  squared: {
    /** Share of the digits that lines may cross, through the middle part of so much of their width or height. Smaller: tables are taken for paper. Larger: paper makes cells. */
    mostCrossed: 0.12,
    core: 0.5,
    /** Rows lower than this are squares. Smaller: paper makes cells. Larger: tight tables are taken for paper. */
    lowest: 1.05,
    /** Difference of a square's width and height, as a share. Smaller: askew paper makes cells. Larger: boxes of one digit count. */
    square: 0.15,
    /** Gap between digits of one number. Larger: cells of a single row count as one number. */
    wordGap: 0.5,
  },

  /** Rows and columns of a grid. */
  strips: {
    /** Share of the usual width: empty ones that are narrower are the space between boxes. Smaller: spaces become cells. Larger: narrow empty columns are lost. */
    gutter: 0.5,
    /** Times the usual space up to which boxes belong to one number. Smaller: numbers break. Larger: numbers merge. */
    sameNumber: 1.7,
    /** Times the usual width from which on a line may be missing, in a grid of at least so many lines. Smaller: wide columns are cut. Larger: two cells stay one. */
    wide: 1.6,
    leastLines: 4,
    /** Share of the whole width, narrow strips first, after which the usual one lies. Smaller: spaces between boxes tell it. */
    usual: 0.4,
    /** Empty space that parts two, between columns and between rows. Smaller: numbers are cut. Larger: two cells stay one. */
    gap: { columns: 0.8, rows: 0.25 },
    /** Share of the rows (columns) with digits on both sides that have to show the space. As above. */
    agree: 0.9,
  },

  /** Rows of digits, whatever their slope. */
  rows: {
    /** Between the levels of two digits, of the taller one, which counts at most so many times the usual height. Smaller: rows break. Larger: rows merge. */
    sameRow: 0.5,
    tallest: 1.5,
    /** From one digit to the next. Smaller: wide tables fall to pieces. Larger: far digits are linked. */
    reach: 8,
    /** Height between two that are linked, of the taller one. As `order.rise`. */
    rise: 0.55,
    /** Of two rows of a table, as shares of the usual distance: with cells in other columns, and in one. Smaller: rows break. Larger: rows merge. */
    joined: { apart: 0.62, inOneColumn: 0.4 },
  },

  /** The slope of a page, by weighted least squares over pairs of digits and ruled lines. */
  slope: {
    /** Slopes further from the median are none of a line. Smaller: curl is overlooked. Larger: chance pairs tilt rows. */
    outlier: 0.2,
    /** A ruled line of this length tells as much as so many pairs, and counts so many times in the median. Larger: printed lines outweigh writing. */
    longRuling: 6,
    rulingWeight: 12,
    rulingCount: 6,
    /** Pairs that would have to speak for a change of slope from one end to the other by 1. Smaller: chance bends rows. Larger: curled pages keep theirs. */
    stiffness: 1.5,
  },

  /** Columns of digits that no line parts. */
  columns: {
    /** A narrower gap parts nothing. Smaller: numbers break. Larger: neighbors merge. */
    wordGap: 1,
    /** A gap of this width between the same columns in most rows parts them. As above. */
    columnGap: 1.2,
    /** Share of the narrower one's width that two tokens share, one under the other, and what is added on each side. Smaller: columns merge. Larger: ragged ones break. */
    under: 0.3,
    underMargin: 0.15,
    /** Rows that a cell may stay empty in before its column ends. Smaller: sparse columns break. Larger: headings join them. */
    emptyRows: 3,
    /** Share of the pieces that are of one column and side by side in a row all the same. Smaller: ragged tables are none. Larger: running text is one. */
    mostConflicts: 0.15,
    /** Rows and columns of a table, and rows that several columns have. Smaller: two numbers make a table. */
    least: 2,
    /** Share of the rows that several columns have. Smaller: running text is a table. Larger: sparse tables are none. */
    parted: 0.5,
    /** Around the digits of a cell, and beyond the outermost column. Smaller: marks are cut off. Larger: neighbors' ink is read. */
    cellMargin: 0.2,
    outerMargin: 0.5,
  },
} as const;
