import type { LabelledPicture } from './labelled-set';

/** Pictures of a suite that get a figure of their own. */
export interface MeasuredPart {
  readonly name: string;
  readonly pictures: readonly LabelledPicture[];
}
