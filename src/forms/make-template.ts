import type { GrayImage } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import type { FormField } from './form-template';
import { shrunk } from './print-levels';

/** A picture of the print needs no more. */
const SIDE = Math.max(...READING_THRESHOLDS.forms.levels.map(({ side }) => side));

/**
 * The print of a form, small, from a picture of one: what is written in its fields is blanked out with their paper, so that a template
 * keeps nothing of the form that it was made from.
 *
 * @param page the straightened page, gray levels 0..255
 */
export function formPrint(page: GrayImage, fields: readonly Pick<FormField, 'box'>[]): GrayImage {
  const { width, height, data } = shrunk(page, SIDE);
  const print = Uint8Array.from(data, Math.round);
  for (const { box } of fields) {
    const [left, top] = [Math.max(0, Math.ceil(box.x * width + 1)), Math.max(0, Math.ceil(box.y * height + 1))];
    const right = Math.min(width, Math.floor((box.x + box.width) * width - 1));
    const bottom = Math.min(height, Math.floor((box.y + box.height) * height - 1));
    const inside: number[] = [];
    for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) inside.push(y * width + x);
    const levels = inside.map((at) => print[at]!).sort((a, b) => a - b);
    const paper = levels[levels.length >> 1] ?? 0;
    for (const at of inside) print[at] = paper;
  }
  return { width, height, data: print };
}
