import type { AcceptedImage } from '../contract/accepted-image';
import type { Expectation } from '../contract/expectation';
import type { Box, PixelImage } from '../contract/image';
import type { BackendInfo } from '../contract/network';
import type { OcclusionMap } from '../contract/occlusion-map';
import type { DigitReadings, Glyph, Recognition, RecognizedDigit } from '../contract/recognition';
import type { Result } from '../contract/result';
import type { BackendName } from '../inference/backend-name';
import type { DigitPictures, Stage } from './recognizer';

export interface WorkerSettings {
  /** Absolute URL of the models folder, ending in '/'. */
  readonly modelsUrl: string;
  readonly forcedBackend?: BackendName | undefined;
}

/** Work that the worker does one at a time, and what it answers. */
export interface Jobs {
  readonly recognize: {
    readonly asks: { readonly file: File; readonly expectation: Expectation | undefined };
    readonly answers: Recognition;
  };
  readonly classify: { readonly asks: DigitPictures; readonly answers: DigitReadings };
  readonly 'read-regions': {
    readonly asks: { readonly file: File; readonly boxes: readonly Box[] };
    readonly answers: readonly RecognizedDigit[];
  };
  readonly explain: {
    readonly asks: { readonly glyph: Glyph; readonly label: number };
    readonly answers: OcclusionMap;
  };
}

export type JobKind = keyof Jobs;

/** How far the running job is. */
export type JobProgress = { readonly stage: Stage } | { readonly done: number; readonly total: number };

/** What the page says to the worker. Results are plain objects, so failures keep their kind on the way. */
export type ToWorker =
  | { readonly type: 'prepare'; readonly settings: WorkerSettings }
  | {
      [Kind in JobKind]: {
        readonly type: 'start';
        readonly job: number;
        readonly kind: Kind;
        readonly asks: Jobs[Kind]['asks'];
      };
    }[JobKind]
  | { readonly type: 'cancel'; readonly job: number }
  | { readonly type: 'svg-decoded'; readonly request: number; readonly result: Result<PixelImage> }
  | { readonly type: 'ping' };

/** What the worker says to the page. */
export type FromWorker =
  | { readonly type: 'progress'; readonly loadedBytes: number; readonly totalBytes: number }
  | { readonly type: 'prepared'; readonly result: Result<BackendInfo> }
  | { readonly type: 'job-progress'; readonly job: number; readonly progress: JobProgress }
  | { readonly type: 'finished'; readonly job: number; readonly result: Result<Jobs[JobKind]['answers']> }
  | { readonly type: 'cancelled'; readonly job: number }
  /** Browsers draw SVG in pages only: the worker asks for the pixels. */
  | { readonly type: 'decode-svg'; readonly request: number; readonly image: AcceptedImage }
  /** The worker is alive; it answers pings between network runs. */
  | { readonly type: 'pong' };

/** The worker's end of the line: the part of `DedicatedWorkerGlobalScope` that is used. */
export interface PagePort {
  postMessage(message: FromWorker): void;
  addEventListener(type: 'message', listener: (event: { readonly data: ToWorker }) => void): void;
}
