import { INK_THRESHOLDS } from './ink-thresholds';
import { LINE_THRESHOLDS } from './line-thresholds';
import { SCRIPT_THRESHOLDS } from './script-thresholds';

/**
 * The numbers that decide what is read, in one table: unit, what each was chosen on, and what it costs to make it smaller or
 * larger. Trials with their figures: `training/EXPERIMENTS.md`; a number without 'chosen on' has no trial of its own on record,
 * and what it costs then follows from what it does. The thresholds that training chooses (temperature, 'sure', 'not a digit', heat) stand in the manifests beside the weights.
 */
export const READING_THRESHOLDS = {
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
    /** Heights of the digits: ink of this height fills a gap. Wider: rulings and specks join numbers. Narrower: marks part them. */
    filling: { least: 0.06, most: 1.7 },
  },

  ...SCRIPT_THRESHOLDS,

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
  },
} as const;
