import type { AcceptedImage } from '../contract/accepted-image';
import type { PixelImage } from '../contract/image';
import type { BackendInfo } from '../contract/network';
import type { Result } from '../contract/result';
import type { BackendName } from '../inference/backend-name';
import type { JobAsks, JobKind, JobProgress, JobResult } from './job-table';

export interface WorkerSettings {
  /** Absolute URL of the models folder, ending in '/'. */
  readonly modelsUrl: string;
  readonly forcedBackend?: BackendName | undefined;
}

/** What the page says to the worker. Results are plain objects, so failures keep their kind on the way. */
export type ToWorker =
  | { readonly type: 'prepare'; readonly settings: WorkerSettings }
  | {
      [Kind in JobKind]: {
        readonly type: 'start';
        readonly job: number;
        readonly kind: Kind;
        readonly asks: JobAsks<Kind>;
      };
    }[JobKind]
  | { readonly type: 'cancel'; readonly job: number }
  | { readonly type: 'svg-decoded'; readonly request: number; readonly result: Result<PixelImage> }
  | { readonly type: 'ping' };

/** What the worker says to the page. */
export type FromWorker =
  | { readonly type: 'progress'; readonly loadedBytes: number; readonly totalBytes: number }
  | { readonly type: 'prepared'; readonly result: Result<BackendInfo> }
  /** The backend in use, first and when another one has taken over. */
  | { readonly type: 'backend'; readonly backend: BackendInfo }
  | { readonly type: 'job-progress'; readonly job: number; readonly progress: JobProgress<JobKind> }
  | { readonly type: 'finished'; readonly job: number; readonly result: JobResult<JobKind> }
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
