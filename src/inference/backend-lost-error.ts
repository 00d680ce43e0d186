import type { BackendInfo } from '../contract/network';

/**
 * Thrown by a network whose backend has died under it (the WebGL context is lost, WASM ran out of memory). The
 * recognizer answers it by going on with the next backend.
 */
export class BackendLostError extends Error {
  override readonly name = 'BackendLostError';

  constructor(
    readonly backend: BackendInfo['name'],
    cause?: unknown,
  ) {
    super(`the ${backend} backend is lost`, { cause });
  }
}
