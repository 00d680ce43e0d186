/** How much each part of a glyph matters for one label. */
export interface OcclusionMap {
  readonly label: number;
  /** Probability of the label when nothing is covered, 0..1. */
  readonly probability: number;
  readonly side: number;
  /**
   * How much the probability falls when the surroundings of a pixel are covered with paper, row-major,
   * `side * side` long: above 0 the ink (or the empty paper) there speaks for the label, below 0 against it.
   */
  readonly drop: Float32Array;
}
