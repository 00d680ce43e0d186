import type { AcceptedImage } from '../contract/accepted-image';
import type { CancelSignal } from '../contract/cancel';
import type { Box } from '../contract/image';
import type { NumeralScriptId, ScriptChoice } from '../contract/numeral-scripts';
import type { Glyph } from '../contract/recognition';
import { type Result, success } from '../contract/result';
import type { FormTemplate } from '../forms/form-template';
import type { Reader } from '../reading/reader';
import { classifyPictures, type DigitPictures } from './classify-pictures';
import { explainGlyph } from './explain-glyph';
import { readForm } from './read-form';
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

/** How much of a model has arrived. */
export interface LoadedBytes {
  readonly loadedBytes: number;
  readonly totalBytes: number;
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
    {
      image,
      boxes,
      ...wishes
    }: { readonly image: AcceptedImage; readonly boxes: readonly Box[]; readonly script?: NumeralScriptId },
    { openReader, signal }: JobContext<never>,
  ) => readRegions(image, boxes, openReader, { ...wishes, signal }),

  /** Finds a filled-in form in a picture and reads its fields. */
  'read-form': (
    {
      image,
      template,
      ...wishes
    }: { readonly image: AcceptedImage; readonly template: FormTemplate; readonly script?: ScriptChoice },
    { openReader, signal }: JobContext<never>,
  ) => readForm(image, template, openReader, { ...wishes, signal }),

  /** Why a glyph is read as a label: which of its parts matter. */
  explain: (
    { glyph, label, ...wishes }: { readonly glyph: Glyph; readonly label: number; readonly script?: NumeralScriptId },
    { openReader, signal }: JobContext<never>,
  ) => explainGlyph(glyph, label, openReader, { ...wishes, signal }),

  /** Loads the model of the other numeral scripts, before the first picture that needs it. */
  'open-scripts': async (_asks: Readonly<Record<string, never>>, { openReader, tell }: JobContext<LoadedBytes>) => {
    const opened = await openReader();
    if (!opened.ok) return opened;
    const model = await opened.value.openScripts((loadedBytes, totalBytes) => tell({ loadedBytes, totalBytes }));
    return model.ok ? success(model.value.version) : model;
  },

  /** Loads what reads number plates and codes with letters, before the first picture that needs it. */
  'open-plates': async (_asks: Readonly<Record<string, never>>, { openReader, tell }: JobContext<LoadedBytes>) => {
    const opened = await openReader();
    if (!opened.ok) return opened;
    const model = await opened.value.openPlates((loadedBytes, totalBytes) => tell({ loadedBytes, totalBytes }));
    return model.ok ? success(model.value.version) : model;
  },
};

export type JobKind = keyof typeof JOBS;
export type JobAsks<Kind extends JobKind> = Parameters<(typeof JOBS)[Kind]>[0];
export type JobResult<Kind extends JobKind> = Awaited<ReturnType<(typeof JOBS)[Kind]>>;
export type JobProgress<Kind extends JobKind> = Parameters<Parameters<(typeof JOBS)[Kind]>[1]['tell']>[0];
