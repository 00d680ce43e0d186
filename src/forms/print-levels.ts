import type { GrayImage } from '../contract/image';
import { READING_THRESHOLDS } from '../contract/reading-thresholds';
import { resample } from '../imaging/resample';
import type { FormTemplate } from './form-template';
import type { PatchSizes, Print } from './match-patches';
import { pageInk } from './page-ink';

export interface PrintLevel extends PatchSizes {
  readonly print: Print;
  /** As of `pageInk`. */
  readonly softenings: number;
}

/** The print of a form at the sizes at which it is looked for, rough to fine. */
export function printLevels({ print, fields }: Pick<FormTemplate, 'print' | 'fields'>): PrintLevel[] {
  return READING_THRESHOLDS.forms.levels.map(({ side, softenings, ...sizes }) => {
    const small = shrunk(print, side);
    const counts = new Uint8Array(small.width * small.height).fill(1);
    for (const { box } of fields) {
      // The frame of a field is print, what is written in it is not.
      const inset = Math.max(1, READING_THRESHOLDS.forms.frame * box.height * small.height);
      const [left, top] = [box.x * small.width + inset, box.y * small.height + inset];
      const right = (box.x + box.width) * small.width - inset;
      const bottom = (box.y + box.height) * small.height - inset;
      for (let y = Math.max(0, Math.ceil(top)); y < Math.min(small.height, bottom); y++)
        for (let x = Math.max(0, Math.ceil(left)); x < Math.min(small.width, right); x++)
          counts[y * small.width + x] = 0;
    }
    return { ...sizes, softenings, print: { ...pageInk(small, softenings), counts } };
  });
}

/** A picture with a longer side of so many pixels. */
export function shrunk(picture: GrayImage, side: number): GrayImage {
  const scale = side / Math.max(picture.width, picture.height);
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const whole = { x: 0, y: 0, width: picture.width, height: picture.height };
  return { width, height, data: resample(picture, whole, width, height).gray };
}
