import type { RecognitionFailure } from './failure';

/** The outcome of something that is expected to fail at times. `throw` is left for bugs and for aborted signals. */
export type Result<Value, Failure = RecognitionFailure> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure };

export function success<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function failed<Failure>(failure: Failure): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure };
}
