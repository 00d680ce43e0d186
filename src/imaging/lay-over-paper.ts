/** Below, a pixel counts as dark ink; 0..255. */
const DARK_BELOW = 128;
/** Ink in which fewer than this share of the pixels is dark is light ink. */
const MOST_DARK = 0.01;
/** More of a picture than this share is no ink on nothing, but paper. */
const MOST_INK = 0.5;

/**
 * Lays transparent pixels over white paper, in place; over black where all the ink is light, which white would swallow.
 *
 * @param data RGBA, alpha not multiplied in; opaque afterwards
 */
export function layOverPaper(data: Uint8ClampedArray): void {
  let [visible, dark, isOpaque] = [0, 0, true];
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3]!;
    if (alpha >= 128) {
      visible += 1;
      if (data[at]! * 0.299 + data[at + 1]! * 0.587 + data[at + 2]! * 0.114 < DARK_BELOW) dark += 1;
    }
    if (alpha < 255) isOpaque = false;
  }
  if (isOpaque) return;
  const isLightInk = visible > 0 && visible < (data.length / 4) * MOST_INK && dark < visible * MOST_DARK;
  const paper = isLightInk ? 0 : 255;
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3]! / 255;
    for (let channel = at; channel < at + 3; channel += 1) {
      data[channel] = data[channel]! * alpha + paper * (1 - alpha);
    }
    data[at + 3] = 255;
  }
}
