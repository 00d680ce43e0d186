/**
 * The part of `READING_THRESHOLDS` that decides where the fields of a form lie in a photo; told in the same terms. Chosen together
 * on forms that `evaluate` does not measure: its suites of forms, made from other seeds.
 */
export const FORM_THRESHOLDS = {
  /**
   * From rough to fine: pixels of the page's longer side, of a patch of print and from one patch to the next, how far it is looked
   * for, and how many times print is softened. Smaller reach: a page that was found badly is not put right. Larger: rows that look the same are mixed up; time.
   */
  levels: [
    { side: 96, softenings: 4, patch: 32, step: 13, reach: 13 },
    { side: 160, softenings: 1, patch: 40, step: 20, reach: 10 },
    { side: 320, softenings: 0, patch: 48, step: 28, reach: 9 },
    { side: 640, softenings: 0, patch: 56, step: 44, reach: 6 },
  ],
  /**
   * Where a page is looked for that is not seen as one: shares of the photo around it, and degrees that it is turned; so many times it is put
   * right before it is judged, and the likely ones again. Fewer: pages in shadow are not found. More: time.
   */
  starts: { around: [0.02, 0.09, 0.15], tilts: [0, -6, 6], rounds: 2, likely: 4, furtherRounds: 3, refinements: 2 },
  /** Share of the page's longer side over which its paper is as bright. Smaller: print fades. Larger: shadows count as print. */
  paperWindow: 0.08,
  /** Darkness that counts as print, a share of the paper's. Smaller: grain counts. Larger: faint print does not. */
  leastDarkness: 0.01,
  /** Mean square of the print of a patch. Smaller: patches of nothing match anywhere. Larger: sparse forms have no patches. */
  leastPrint: 0.00002,
  /** Correlation of print and photo, 0..1, from which on a patch counts. Smaller: chance matches. Larger: blurred photos have none. */
  leastMatch: 0.35,
  /** Correlation that a move by the whole reach costs. Smaller: patches slide along lines. Larger: what is far off stays there. */
  moveCost: 0.15,
  /** How far a patch may differ from what the others say, a share of the page: first and last of so many rounds. Smaller: curled pages lose patches. Larger: wrong matches count. */
  apart: { first: 0.03, last: 0.004, rounds: 8 },
  /** What the patches have to overcome for a page to be moved, turned or bent. Smaller: few patches bend it. Larger: it stays askew. */
  stiffness: { affine: 0.02, perspective: 0.5 },
  /** Shares of the page within which patches tell how it curls at a field, and what they have to overcome to move or tilt it. Smaller: chance moves fields. Larger: curl is overlooked. */
  curl: { near: 0.08, stiffness: { level: 0.05, slope: 0.5 } },
  /** Correlation of the whole page, 0..1: from which on no other position is tried, and below which it is not this form, and from which on it is hopeless at a rough size. Smaller: other papers count as the form. Larger: dark photos do not. */
  agreement: { certain: 0.78, least: 0.65, hopeless: 0.5 },
  /** Border of a field that counts as print, in its heights. Smaller: its frame is not seen. Larger: what is written counts. */
  frame: 0.15,
  /** Around a field, in its heights: what is read with it. Smaller: strokes beyond the box are lost. Larger: neighbors are read. */
  margin: 0.04,
} as const;
