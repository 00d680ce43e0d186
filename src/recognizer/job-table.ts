import type { AcceptedImage } from '../contract/accepted-image';
import type { CancelSignal } from '../contract/cancel';
import type { Box } from '../contract/image';
import type { Glyph } from '../contract/recognition';
import type { Result } from '../contract/result';
import type { Reader } from '../reading/reader';
import { classifyPictures, type DigitPictures } from './classify-pictures';
import { explainGlyph } from './explain-glyph';
import { readRegions } from './read-regions';
import { type ReadingWishes, recognizePicture } from './recognize';
import type { Stage } from './stage';

/** What a job works with. `Progress` is what it tells on its way; `never` when it tells nothing. */
interface JobContext<Progress> {
  readonly openReader: () => Promise<Result<Reader>>;
  readonly signal: CancelSignal | undefined;
  readonly tell: (progress: Progress) => void;
}

/** How many of the pictures are done. */
export interface JobCount {
  readonly done: number;
  readonly total: number;
}

/**
 * The work a recognizer does, one row a job: what it asks for, what it tells and what it answers are the types of its row.
 * A job whose `asks` has an `image` takes a picture, and names its file in its failures. The page uses the types alone, so that it
 * loads nothing of what reads.
 */
export const JOBS = {
  /** Finds and reads the numbers in a picture; the expectation only chooses between plausible readings. */
  recognize: (
    { image, ...wishes }: { readonly image: AcceptedImage } & ReadingWishes,
    { openReader, signal, tell }: JobContext<Stage>,
  ) => recognizePicture(image, openReader, { ...wishes, signal, onStage: tell }),

  /** The classifier alone, on raw digits: what `evaluate --stage classifier` measures, on this device. */
  classify: (pictures: DigitPictures, { openReader, signal, tell }: JobContext<JobCount>) =>
    classifyPictures(pictures, openReader, { signal, onProgress: (done, total) => tell({ done, total }) }),

  /** Reads given places of a picture, in pixels of the upright original: what a person drew, split or merged. */
  'read-regions': (
    { image, boxes }: { readonly image: AcceptedImage; readonly boxes: readonly Box[] },
    { openReader, signal }: JobContext<never>,
  ) => readRegions(image, boxes, openReader, signal),

  /** Why a glyph is read as a label: which of its parts matter. */
  explain: (
    { glyph, label }: { readonly glyph: Glyph; readonly label: number },
    { openReader, signal }: JobContext<never>,
  ) => explainGlyph(glyph, label, openReader, signal),
};

export type JobKind = keyof typeof JOBS;
export type JobAsks<Kind extends JobKind> = Parameters<(typeof JOBS)[Kind]>[0];
export type JobResult<Kind extends JobKind> = Awaited<ReturnType<(typeof JOBS)[Kind]>>;
export type JobProgress<Kind extends JobKind> = Parameters<Parameters<(typeof JOBS)[Kind]>[1]['tell']>[0];
