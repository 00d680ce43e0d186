import type { DigitReadings } from '../../../contract/digit-readings';
import type { RecognitionFailure } from '../../../contract/failure';
import type { BackendInfo } from '../../../contract/network';
import { failed, type Result, success } from '../../../contract/result';
import type { JobCount } from '../../../recognizer/job-table';
import type { Recognizer } from '../../../recognizer/recognizer';
import { confusionMatrix } from '../../../scoring/confusion-matrix';
import type { ReaderPreparation } from '../../work/queue/reader-preparation';
import { SELF_TEST, type SelfTestSample, unpackSelfTest } from './self-test-sample';

/** What the test measured on this device. */
export interface SelfTestReport {
  readonly count: number;
  readonly right: number;
  readonly matrix: readonly (readonly number[])[];
  readonly backend: BackendInfo;
  readonly elapsedMs: number;
}

export type SelfTestStep =
  | { readonly phase: 'preparing' }
  | { readonly phase: 'fetching' }
  | { readonly phase: 'reading'; readonly done: number; readonly total: number };

/** Why there is no result: the reader failed, or the sample did not arrive or cannot be unpacked. */
export type SelfTestFailure = RecognitionFailure | { readonly kind: 'sample-missing' | 'sample-broken' };

interface SelfTestOptions {
  readonly recognizer: Recognizer;
  readonly preparation: ReaderPreparation;
  readonly signal: AbortSignal;
  readonly onStep: (step: SelfTestStep) => void;
}

/**
 * Reads the bundled digits on this device and compares with their labels, as `evaluate --stage classifier` does.
 *
 * @throws the signal's reason when it is aborted
 */
export async function runSelfTest(options: SelfTestOptions): Promise<Result<SelfTestReport, SelfTestFailure>> {
  const { recognizer, preparation, signal, onStep } = options;
  onStep({ phase: 'preparing' });
  const prepared = await preparation.prepare();
  signal.throwIfAborted();
  if (!prepared.ok) return prepared;
  onStep({ phase: 'fetching' });
  const sample = await fetchSample(signal);
  if (!sample.ok) return sample;
  const { labels, pixels } = sample.value;
  const onProgress = (count: JobCount) => {
    if (!signal.aborted) onStep({ phase: 'reading', ...count });
  };
  const readings = await recognizer.run('classify', { pixels, side: SELF_TEST.side }, { signal, onProgress });
  return readings.ok ? success(compare(readings.value, labels)) : readings;
}

async function fetchSample(signal: AbortSignal): Promise<Result<SelfTestSample, SelfTestFailure>> {
  const bytes = await fetchBytes(signal);
  signal.throwIfAborted();
  if (!bytes) return failed({ kind: 'sample-missing' });
  const sample = await unpackSelfTest(bytes);
  return sample ? success(sample) : failed({ kind: 'sample-broken' });
}

async function fetchBytes(signal: AbortSignal): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const response = await fetch(SELF_TEST.path, { signal });
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
  } catch {
    return null;
  }
}

function compare({ digits, backend, elapsedMs }: DigitReadings, labels: Uint8Array): SelfTestReport {
  const pairs = digits.map(({ label }, index) => ({ truth: labels[index]!, read: label }));
  const right = pairs.filter(({ truth, read }) => truth === read).length;
  return { count: pairs.length, right, matrix: confusionMatrix(pairs), backend, elapsedMs };
}
