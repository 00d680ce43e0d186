import { BACKEND_REASONS, type BackendInfo } from '../../../contract/network';
import { t } from './i18n';

/** What people call a backend. */
export function backendWords(name: BackendInfo['name']): string {
  return t(`shell.backend.${name}`);
}

/** Why a backend was chosen, in words; what is no known reason is technical and stays as it is. */
export function backendReasonWords(reason: BackendInfo['reason']): string {
  const words = reason.split('; ').map((part) => {
    const known = BACKEND_REASONS.find((candidate) => candidate === part);
    return known ? t(`shell.backend.reason.${known}`) : part;
  });
  return words.join('; ');
}
