import { ArrowLeft } from 'lucide-react';
import { Link } from 'wouter';

/** Passed along with a link to a result, so that its way back survives a reload. */
export interface ResultOrigin {
  readonly from: 'history';
}

function cameFromHistory(): boolean {
  const state: unknown = window.history.state;
  return typeof state === 'object' && state !== null && 'from' in state && state.from === 'history';
}

/** Leads back to where the result was opened. */
export function BackLink() {
  return (
    <Link href={cameFromHistory() ? '/history' : '/'} className="button button--quiet back-link">
      <ArrowLeft size={20} aria-hidden />
      Back
    </Link>
  );
}
