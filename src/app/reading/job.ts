import type { RecognitionFailure } from '../../contract/failure';
import type { Recognition } from '../../contract/recognition';
import type { Stage } from '../../recognize/recognizer';

export type JobState =
  | { readonly phase: 'waiting' }
  | { readonly phase: 'reading'; readonly stage: Stage | 'prepare' }
  | { readonly phase: 'done'; readonly recognition: Recognition }
  | { readonly phase: 'failed'; readonly failure: RecognitionFailure }
  | { readonly phase: 'canceled' };

/** One picture on its way through the reader, or through it since the page was opened. */
export interface Job {
  readonly id: string;
  readonly file: File;
  readonly createdAt: number;
  readonly state: JobState;
  /** Why the picture or its reading is not in the history; null as long as all went well. */
  readonly saveFailure: RecognitionFailure | null;
}

/** Which picture of how many is being read. */
export interface Run {
  /** 1 for the first. */
  readonly position: number;
  readonly total: number;
  readonly currentId: string;
}

export interface QueueState {
  readonly jobs: ReadonlyMap<string, Job>;
  /** null when nothing is being read. */
  readonly run: Run | null;
}
