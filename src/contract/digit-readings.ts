import type { BackendInfo } from './network';
import type { Verdict } from './recognition';

/** The short form of a prediction: the most probable label alone. */
export interface DigitReading {
  readonly label: number;
  /** Its calibrated probability, 0..1. */
  readonly confidence: number;
  readonly verdict: Verdict;
}

/** What `Recognizer.classifyDigits` answers. */
export interface DigitReadings {
  /** One a picture, in the order given. */
  readonly digits: readonly DigitReading[];
  readonly modelVersion: string;
  readonly backend: BackendInfo;
  /** Without the loading of the models. */
  readonly elapsedMs: number;
}
