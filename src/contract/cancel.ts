/** The part of the platform's `AbortSignal` that long computations need; the platform's own fits. */
export interface CancelSignal {
  readonly aborted: boolean;
  throwIfAborted(): void;
}
