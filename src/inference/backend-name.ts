import type { BackendInfo } from '../contract/network';

export type BackendName = BackendInfo['name'];

export const BACKEND_NAMES = ['webgl', 'wasm', 'cpu'] as const satisfies readonly BackendName[];
