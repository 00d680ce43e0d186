import { ArrowLeft } from 'lucide-react';
import { Link } from 'wouter';
import { t } from '../../base/i18n/i18n';
import styles from './back-link.module.css';

/** Passed along with a link to a result, so that its way back survives a reload. */
export type ResultOrigin = { readonly from: 'history' } | { readonly from: 'batch'; readonly batchId: string };

/** Address of the list that the result was opened from; '/' where it was opened from none. */
export function originPath(): string {
  const state: unknown = window.history.state;
  if (typeof state !== 'object' || state === null || !('from' in state)) {
    return '/';
  }
  return state.from === 'batch' && 'batchId' in state ? `/batch/${state.batchId}` : '/history';
}

/** Leads back to where the result was opened. */
export function BackLink() {
  return (
    <Link href={originPath()} className={`button button--quiet ${styles.back}`}>
      <ArrowLeft size={20} aria-hidden />
      {t('result.back')}
    </Link>
  );
}
