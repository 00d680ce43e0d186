import type { RecognitionFailure } from '../../../contract/failure';
import type { ScriptChoice } from '../../../contract/numeral-scripts';
import type { Recognition } from '../../../contract/recognition';
import type { ReadingWishes } from '../../../recognizer/recognize';
import type { Stage } from '../../../recognizer/stage';
import type { IncomingPicture } from './picture-source';

export type JobState =
  | { readonly phase: 'waiting' }
  | { readonly phase: 'reading'; readonly stage: Stage | 'prepare' }
  /** isKept: the history has the reading, so that it is the better source; it may have been corrected there. */
  | { readonly phase: 'done'; readonly recognition: Recognition; readonly isKept: boolean }
  | { readonly phase: 'failed'; readonly failure: RecognitionFailure }
  | { readonly phase: 'canceled' };

/** What a person asks of one reading, beside what is known of the picture. */
export type AskedReading = Pick<ReadingWishes, 'asItLies' | 'script'>;

/** One picture on its way through the reader. Once its reading is in the history, the job is soon forgotten. */
export interface Job {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly batchId: string | null;
  /** Where it stands in its batch; absent for pictures from the history. */
  readonly place?: number;
  /** Whether the picture is read as it is, or turned where its numbers lie on the side; absent: as it was read before. */
  readonly asItLies?: boolean;
  /** The numeral script that was asked for, for this reading; absent: as it was read before, or as new pictures are. */
  readonly script?: ScriptChoice;
  /** null once the history holds the picture: its copy stays readable when the file goes. */
  readonly incoming: IncomingPicture | null;
  readonly state: JobState;
  /** Why the picture or its reading is not in the history; null as long as all went well. */
  readonly saveFailure: RecognitionFailure | null;
}

/** A picture that the history holds, to be read again. */
export type StoredUpload = Pick<Job, 'id' | 'name' | 'createdAt' | 'batchId'>;

/** Which picture of how many is being read. */
export interface Run {
  /** 1 for the first. */
  readonly position: number;
  readonly total: number;
  /** null while the run is paused between two pictures. */
  readonly currentId: string | null;
  /** Milliseconds until the last picture is read, as far as the pace so far tells; null before it does. */
  readonly remainingMs: number | null;
  readonly isPaused: boolean;
}

export interface QueueState {
  readonly jobs: ReadonlyMap<string, Job>;
  /** null when nothing is being read. */
  readonly run: Run | null;
}
