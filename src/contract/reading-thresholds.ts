import { FORM_THRESHOLDS } from './form-thresholds';
import { INK_THRESHOLDS } from './ink-thresholds';
import { LABEL_THRESHOLDS } from './label-thresholds';
import { LAYOUT_THRESHOLDS } from './layout-thresholds';
import { LINE_THRESHOLDS } from './line-thresholds';
import { LOCATE_THRESHOLDS } from './locate-thresholds';
import { PLATE_THRESHOLDS } from './plate-thresholds';
import { RULING_THRESHOLDS } from './ruling-thresholds';
import { SCRIPT_THRESHOLDS } from './script-thresholds';

/**
 * The numbers that decide what is read, in one table: unit, what each was chosen on, and what it costs to make it smaller or
 * larger. Trials with their figures: `training/EXPERIMENTS.md`; a number without 'chosen on' has no trial of its own on record,
 * and what it costs then follows from what it does. The thresholds that training chooses (temperature, 'sure', 'not a digit', heat) stand in the manifests beside the weights.
 */
export const READING_THRESHOLDS = {
  ...LOCATE_THRESHOLDS,

  /** A doubtful place beside a believed digit. */
  doubts: {
    /**
     * Probability with which the classifier overrules the locator. Chosen on training strips (569 -> 580 of 599) and validation
     * strips (85 -> 87 of 96), 60 to 99 % replayed. Smaller: digits that are none. Larger: lost first and last digits.
     */
    certain: 0.97,
    /** As `oneDigit`, for digits that were both read. Smaller: slanted digits are lost. Larger: one digit is read twice. */
    overlap: 0.35,
    containment: 0.75,
    /** Heights of the taller digit between the middles. Smaller: spaced digits are not reached. Larger: marks between lines count. */
    across: 1.6,
    along: 0.5,
    /** Times the other's height. As `support.heightRatio`. */
    heightRatio: 3,
  },

  /** Choosing the reading that fits an expectation. Validation strips 82 -> 84 of 96, strings 188 -> 192 of 200 with it. */
  fit: {
    /** Heights of the nearest digit: places this near belong to its number. Smaller: nothing to choose. Larger: other lines' places. */
    across: 1.6,
    along: 0.75,
    /** Heat times probability of a digit. Smaller: anything fits. Larger: nothing does. */
    presence: 0.04,
    /** Probability among the ten digits. As above. */
    label: 0.01,
    /** What the classifier's log odds count beside the heat's, and their limit. Larger: rejected digits cannot be chosen. */
    classifierWeight: 0.2,
    classifierLimit: 4,
    /** Log odds of a digit where both are undecided. Smaller: shorter numbers. Larger: longer ones. */
    priorLogOdds: 0.5,
    /** Partial readings of one length. Smaller: the best one may be lost. Larger: time. */
    beam: 40,
  },

  /** Digits in lines and numbers. */
  order: {
    /** Height between the middles of two digits of a line. Smaller: slanted lines break. Larger: lines merge. */
    rise: 0.55,
    /** Heights between two digits of a line. Smaller: columns of one row become lines. Larger: far digits are linked. */
    reach: 6,
    /** Height between the levels of two parts of a row. As `rise`. */
    sameRow: 0.5,
    /** Share of the narrower one's width up to which two stand side by side, not one above the other. Smaller: digits that touch part rows. Larger: lines merge. */
    sharedColumns: 0.5,
    /** Heights, and times the usual gap: both part two numbers. Smaller: wide numbers break. Larger: numbers merge. */
    numberGapHeights: 2.5,
    numberGapRatio: 3,
  },

  /** The digits of one number, after the line is followed. */
  group: {
    /** Slope up to which a line is followed. Smaller: slanted lines are cut level. Larger: digits that stand in no line become one. */
    slope: 0.45,
    /** Digits whose middles tell a slope. Smaller: two digits of different height tilt the line. Larger: short lines are cut level. */
    leastDigits: 3,
    /** Heights of the digits, and times the usual gap: an empty gap wider than both parts two numbers. As `order.numberGapHeights`. */
    emptyGap: { heights: 1.5, times: 3 },
    /** Which gap of the row, 0..1 from the narrowest, is the usual one. Smaller: more gaps are wide. Larger: fewer. */
    usualGap: 0.4,
    /**
     * Heights of the digits: ink of this height fills a gap, with its middle at most so far above and below the two beside it.
     * Wider: rulings and specks join numbers. Narrower: marks part them.
     */
    filling: { least: 0.06, most: 1.7, above: 0.2, below: 0.3 },
  },

  layout: { ...RULING_THRESHOLDS, ...LAYOUT_THRESHOLDS },

  labels: LABEL_THRESHOLDS,
  forms: FORM_THRESHOLDS,

  ...SCRIPT_THRESHOLDS,

  ...PLATE_THRESHOLDS,

  ...INK_THRESHOLDS,

  ...LINE_THRESHOLDS,

  /** Pairing the located digits with what the line reader saw, in heights of the line. */
  align: {
    /** Cost of a character that only one voice sees. Smaller: one digit becomes two alone. Larger: neighbors are paired. */
    alone: 0.45,
    /** Cost of a pair that differs. Smaller: position alone pairs. Larger: a misread digit is taken for two. */
    different: 0.25,
  },

  /** Pages that lie turned. */
  turn: {
    /** Mean belief in the digits, 0..1, below which other turns are tried. Smaller: turned pages stay. Larger: time on upright pages. */
    doubtful: 0.6,
    /** Mean belief, 0..1, of a turn that is taken. Smaller: upright pages are turned. Larger: turned ones stay. */
    convincing: 0.75,
    /** Digits of a convincing number in it, and times as many believed digits as upright. As `convincing`. */
    leastDigits: 3,
    times: 2,
    /** Digits on a page that is upside down: few digits can be read either way. As `convincing`. */
    leastUpsideDown: 5,
    /** So few digits are doubtful too. Smaller: turned pages with one lucky digit stay. Larger: time on short numbers. */
    fewDigits: 1,
    /** Longer side by shorter of a strip, and share of its digits in the longest number of one that lay on its side. As `convincing`. */
    long: 2,
    longestShare: 0.5,
  },
} as const;
