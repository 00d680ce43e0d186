/** Whether the app itself is on the device, so that it opens without a connection. */
export type AppPlace =
  /** Not asked yet. */
  | 'unknown'
  | 'storing'
  | 'device'
  /** Service workers exist on https and on the machine's own address only. */
  | 'insecure'
  /** A private window, a setting, or a browser without service workers. */
  | 'denied'
  /** It was tried and did not work: no connection, or no room. */
  | 'failed';

/** A newer version: none, on the device and ready to take over, or about to as soon as no tab is reading. */
export type VersionState = 'current' | 'waiting' | 'switching';

export interface OfflineState {
  readonly app: AppPlace;
  readonly version: VersionState;
}

export const UNKNOWN_OFFLINE: OfflineState = { app: 'unknown', version: 'current' };
