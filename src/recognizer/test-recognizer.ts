import { type Mock, vi } from 'vitest';
import type { AcceptedImage } from '../contract/accepted-image';
import type { BackendInfo } from '../contract/network';
import { success } from '../contract/result';
import { BackendState } from './backend-state';
import type { JobAsks, JobKind, JobResult } from './job-table';
import type { JobOptions, Recognizer } from './recognizer';

export const TEST_BACKEND: BackendInfo = { name: 'wasm', location: 'worker', reason: 'test' };

/** A picture that nobody decodes. */
export function testImage(name: string): AcceptedImage {
  return { file: new File(['picture'], name), format: 'png' };
}

type TestJob<Kind extends JobKind> = (asks: JobAsks<Kind>, options: JobOptions<Kind>) => Promise<JobResult<Kind>>;

export interface TestRecognizer extends Recognizer {
  readonly backend: BackendState;
  readonly prepare: Mock<Recognizer['prepare']>;
  readonly dispose: Mock<() => void>;
}

/** A recognizer that does the given jobs; a job that is not given throws. */
export function testRecognizer(
  jobs: { readonly [Kind in JobKind]?: TestJob<Kind> },
  prepare: Recognizer['prepare'] = async () => success(TEST_BACKEND),
): TestRecognizer {
  return {
    backend: new BackendState(),
    prepare: vi.fn(prepare),
    run: <Kind extends JobKind>(kind: Kind, asks: JobAsks<Kind>, options: JobOptions<Kind> = {}) => {
      const job = jobs[kind] as TestJob<Kind> | undefined;
      return job ? job(asks, options) : Promise.reject(new Error(`no answer laid down for ${kind}`));
    },
    dispose: vi.fn(),
  };
}
