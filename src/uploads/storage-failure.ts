import type { RecognitionFailure } from '../contract/failure';
import { RecordDamagedError } from '../records/record-damaged-error';
import { isDeviceFull, MemoryFullError } from '../records/spilling-records';

/** @returns what people are told of an error that a store rejected with */
export function storageFailure(error: unknown): RecognitionFailure {
  return { kind: kindOf(error), detail: String(error) };
}

function kindOf(error: unknown): RecognitionFailure['kind'] {
  if (error instanceof RecordDamagedError) {
    return 'record-damaged';
  }
  if (error instanceof MemoryFullError) {
    return 'memory-full';
  }
  return isDeviceFull(error) ? 'storage-full' : 'storage-unavailable';
}
