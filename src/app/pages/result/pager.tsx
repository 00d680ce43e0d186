import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Link } from 'wouter';
import { t } from '../../base/i18n/i18n';
import styles from './pager.module.css';
import type { Neighbors } from './use-review';

/** '3 of 40', with the way to the picture before and the one after. */
export function Pager({ neighbors }: { readonly neighbors: Neighbors }) {
  const { position, total, previousId, nextId } = neighbors;
  return (
    <nav className={styles.pager} data-pager aria-label={t('result.pager')}>
      <Step id={previousId} name={t('result.pager.previous')} Icon={ChevronLeft} />
      <span className={styles.position}>{t('result.pager.position', { position, total })}</span>
      <Step id={nextId} name={t('result.pager.next')} Icon={ChevronRight} />
    </nav>
  );
}

interface StepProps {
  readonly id: string | null;
  readonly name: string;
  readonly Icon: typeof ChevronLeft;
}

function Step({ id, name, Icon }: StepProps) {
  const className = 'button button--quiet button--icon';
  const sign = <Icon size={24} aria-hidden />;
  // Leafing through many pictures is one step back for the browser, and the way back stays the same.
  return id === null ? (
    <span className={className} aria-hidden data-off>
      {sign}
    </span>
  ) : (
    <Link href={`/result/${id}`} replace state={window.history.state} className={className} aria-label={name}>
      {sign}
    </Link>
  );
}
