import type { BackendInfo } from '../../contract/network';
import { t } from './i18n';

/** What people call a backend. */
export function backendWords(name: BackendInfo['name']): string {
  return t(`shell.backend.${name}`);
}
