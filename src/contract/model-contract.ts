import contract from './model-contract.json' with { type: 'json' };

/**
 * What the shipped networks take and give. `training/contract.py` reads the same JSON file, so that the two languages
 * cannot disagree; the manifest beside each model repeats the part that the model was trained with, and loading
 * compares the two.
 *
 * locator: contrast-normalized gray page, NHWC [1, H, W, 1], H and W multiples of `sizeMultiple`
 *   -> [1, H/stride, W/stride, channels.length]; `heat` is a logit, sizes are ln(pixels / referenceHeight),
 *   offsets are in cells from the cell's top-left corner (0..1).
 * classifier: normalized glyphs, NHWC [N, side, side, 1], 0 paper .. 1 ink
 *   -> [N, labelCount + 1] logits; the last class is 'not a digit'. A digit that is not settled at the usual crop is
 *   cut again with squares `secondLookZooms` times as wide; temperature and thresholds are fitted to that as well.
 * scripts: the same glyphs -> [N, labelCount * order.length + 1] logits: the digits of each script of `order` in turn, which
 *   with the last output, 'not a digit', answer as the classifier does; temperatures and thresholds are those of its manifest's `heads`.
 * line: the ink of numbers, NHWC [N, height, width, 1], -1..1, paper 0, `width` one of `widths`, filled from the left
 *   -> [N, 1, width/stride, characters + 1] logits in the order of `characters.json`, the last one CTC's blank.
 *   A number's cut reaches `aboveShare` and `besideShare` of its height beyond the box of its digits.
 * plate-finder: gray picture, its longest side one of `longestSides`, contrast-normalized as the locator's, NHWC [1, H, W, 1]
 *   -> [1, H/stride, W/stride, channels.length]; `heat` is a logit, the others are the plate's corners from the top left one
 *   clockwise, from the middle of the cell, in units of `cornerUnit` pixels.
 * plate-reader: straightened plates and lines of codes, NHWC [N, height, width, 1]: (gray - mean) / deviation, cut off at
 *   `contrastLimit` deviations and divided by it -> [N, 1, width/stride, characters + 1] logits, the last one CTC's blank.
 *   A cut reaches `besideShare` of the plate's width and `aboveShare` of its height beyond the plate, along its edges.
 */
export const MODEL_CONTRACT = contract;
